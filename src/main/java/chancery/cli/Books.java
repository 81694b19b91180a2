package chancery.cli;

import chancery.audit.ActBook;
import chancery.audit.Book;
import java.util.List;

/** All books that the ledger vouches for. */
public final class Books {
    public static final List<Book> ALL = List.of(ActBook.BOOK);

    private Books() {}
}
