package chancery.cli.book;

import chancery.audit.ActBook;
import chancery.audit.BarePathBook;
import chancery.ledger.Book;
import chancery.registry.Registers;
import java.util.List;
import java.util.stream.Stream;

/** All books that the ledger vouches for. */
public final class Books {
    public static final List<Book> ALL = Stream.concat(
                    Stream.of(ActBook.BOOK, BarePathBook.BOOK), Registers.BOOKS.stream())
            .toList();

    private Books() {}
}
