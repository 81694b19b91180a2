package chancery.web.resource;

import chancery.audit.ActBook;
import chancery.audit.BarePathBook;
import chancery.audit.VouchedRows;
import chancery.path.Path;
import chancery.register.Refused;
import chancery.registry.Registers;
import chancery.web.page.Navigation;
import chancery.web.page.PaperPages;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The papers that no procedure describes: as pages, and the first of them for Cockpit. */
@RestController
public class PaperResource {
    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
    private static final int FIRST = 10;

    private final BarePathBook book;
    private final ActBook acts;
    private final VouchedRows vouched;
    private final Registers registers;
    private final Navigation navigation;

    PaperResource(BarePathBook book, ActBook acts, VouchedRows vouched, Registers registers, Navigation navigation) {
        this.book = book;
        this.acts = acts;
        this.vouched = vouched;
        this.registers = registers;
        this.navigation = navigation;
    }

    /**
     * The answer.
     *
     * @param count how many papers there are
     * @param papers the first of them, by case
     * @param all where the others are found
     */
    record Answer(int count, List<Paper> papers, String all) {}

    /**
     * A paper.
     *
     * @param address where its page lies
     */
    record Paper(String caseId, String title, int acts, Instant recordedAt, String address) {}

    @GetMapping("/chancery/api/papers")
    Answer papers() {
        return new Answer(
                book.count(),
                book.page(0, FIRST).stream()
                        .map(entry -> new Paper(
                                entry.caseId(),
                                entry.title(),
                                entry.acts(),
                                entry.recordedAt(),
                                PaperPages.addressOf(entry.recordId())))
                        .toList(),
                PaperPages.PATH);
    }

    @GetMapping(path = PaperPages.PATH, produces = HTML)
    String list(@RequestParam(name = "page", defaultValue = "1") String page, Principal user, CsrfToken token) {
        int count = book.count();
        int number = number(page, PaperPages.pages(count));
        return pages(user, token).list(book.page((number - 1) * PaperPages.MOST, PaperPages.MOST), number, count);
    }

    private static int number(String text, int last) {
        if (!text.matches("[0-9]{1,6}")) {
            throw new NotAnId(NotAnId.shown(text) + " is no page of the list; pages are numbered from 1.");
        }
        int number = Integer.parseInt(text);
        if (number < 1 || number > last) {
            throw new NotFound("There is no page " + number + " of the list; the last is " + last + ".");
        }
        return number;
    }

    @GetMapping(path = PaperPages.PATH + "/{id}", produces = HTML)
    String paper(@PathVariable("id") String id, Principal user, CsrfToken token) {
        BarePathBook.Entry record = book.find(EngineId.record(id))
                .orElseThrow(() -> new NotFound("There is no paper " + id + "; none of that id was recorded."));
        List<VouchedRows.Row> rows = new ArrayList<>(vouched.of(BarePathBook.BOOK, "record_id", id));
        rows.addAll(vouched.of(ActBook.BOOK, "instance_id", id));
        return pages(user, token)
                .paper(new PaperPages.Paper(record, path(record), acts.ofInstance(id), rows, registers.entriesOf(id)));
    }

    private Path path(BarePathBook.Entry record) {
        try {
            return book.path(record);
        } catch (IllegalArgumentException changed) {
            throw new Refused("What is kept of paper " + record.caseId()
                    + " was changed and can no longer be read; run \"chancery audit verify\".");
        }
    }

    private PaperPages pages(Principal user, CsrfToken token) {
        return new PaperPages(navigation.at(Navigation.Place.PAPERS, user, token));
    }
}
