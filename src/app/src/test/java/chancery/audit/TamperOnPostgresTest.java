package chancery.audit;

import chancery.ledger.Book;
import java.util.List;

class TamperOnPostgresTest extends TamperCases {
    @Override
    WrittenLedger open(List<Book> books) {
        return WrittenLedger.onPostgres(books);
    }
}
