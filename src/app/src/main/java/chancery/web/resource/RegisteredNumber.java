package chancery.web.resource;

import chancery.register.RegisterEntry;
import chancery.registry.RegisterPages;
import org.jspecify.annotations.Nullable;

/**
 * A number under which a case is registered.
 *
 * @param card where its card lies; {@code null} if it belongs to no known series
 */
record RegisteredNumber(
        String number, String office, @Nullable String card) {
    static RegisteredNumber of(RegisterEntry entry) {
        return new RegisteredNumber(
                entry.number(),
                entry.office().value(),
                RegisterPages.addressOfCard(entry).orElse(null));
    }
}
