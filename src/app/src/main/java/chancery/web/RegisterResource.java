package chancery.web;

import chancery.audit.ActBook;
import chancery.register.Period;
import chancery.register.Refused;
import chancery.register.SeriesId;
import chancery.registry.CopyBook;
import chancery.registry.RegisterPages;
import chancery.registry.Registers;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registers as pages: all of them, a journal, a card. */
@RestController
@RequestMapping(path = RegisterPages.PATH, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
class RegisterResource {
    private final RegisterPages pages;

    RegisterResource(Registers registers, CopyBook copies, ActBook acts) {
        this.pages = new RegisterPages(registers, copies, acts, true);
    }

    @GetMapping
    String overview() {
        return pages.overview();
    }

    @GetMapping("/{series}/{period}")
    String journal(@PathVariable("series") String series, @PathVariable("period") String period) {
        return found(() -> pages.journal(read(series, SeriesId::new), read(period, Period::new)));
    }

    @GetMapping("/{series}/{period}/{number}")
    String card(
            @PathVariable("series") String series,
            @PathVariable("period") String period,
            @PathVariable("number") String number) {
        return found(() -> pages.card(
                read(series, SeriesId::new), read(period, Period::new), read(number, RegisterResource::number)));
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
