package chancery.audit;

import chancery.ledger.Book;
import java.util.List;

class TamperOnH2Test extends TamperCases {
    @Override
    WrittenLedger open(List<Book> books) {
        return WrittenLedger.onH2(books);
    }
}
