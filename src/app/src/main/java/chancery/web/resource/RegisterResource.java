package chancery.web.resource;

import chancery.audit.ActBook;
import chancery.register.Period;
import chancery.register.Refused;
import chancery.register.SeriesId;
import chancery.registry.CopyBook;
import chancery.registry.RegisterPages;
import chancery.registry.Registers;
import chancery.web.page.Navigation;
import java.security.Principal;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registers as pages: all of them, a journal, a card. */
@RestController
@RequestMapping(path = RegisterPages.PATH, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
public class RegisterResource {
    private final Registers registers;
    private final CopyBook copies;
    private final ActBook acts;
    private final Navigation navigation;

    RegisterResource(Registers registers, CopyBook copies, ActBook acts, Navigation navigation) {
        this.registers = registers;
        this.copies = copies;
        this.acts = acts;
        this.navigation = navigation;
    }

    private RegisterPages pages(Principal user, CsrfToken token) {
        return new RegisterPages(
                registers,
                copies,
                acts,
                new RegisterPages.Served(
                        navigation.at(Navigation.Place.REGISTERS, user, token), navigation.pathOf(user)));
    }

    @GetMapping
    String overview(Principal user, CsrfToken token) {
        return pages(user, token).overview();
    }

    @GetMapping("/{series}/{period}")
    String journal(
            @PathVariable("series") String series,
            @PathVariable("period") String period,
            Principal user,
            CsrfToken token) {
        return found(() -> pages(user, token).journal(read(series, SeriesId::new), read(period, Period::new)));
    }

    @GetMapping("/{series}/{period}/{number}")
    String card(
            @PathVariable("series") String series,
            @PathVariable("period") String period,
            @PathVariable("number") String number,
            Principal user,
            CsrfToken token) {
        return found(() -> pages(user, token)
                .card(read(series, SeriesId::new), read(period, Period::new), read(number, RegisterResource::number)));
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no number of a register; write its digits alone, such as 83 for 83/M");
        }
        return Long.parseLong(text);
    }

    private static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException refused) {
            throw new NotAnId(refused.getMessage() + ".");
        }
    }

    private static String found(Supplier<String> page) {
        try {
            return page.get();
        } catch (Refused missing) {
            throw new NotFound(String.valueOf(missing.getMessage()));
        }
    }
}
