package chancery.path;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A procedure that was considered for a dossier.
 *
 * @param explained how many of the marks that attest an act it explains; none are where it lacks something
 * @param signs what on the paper speaks for it: offices, posts, forms of numbers, stamps, custody
 * @param lacks why it cannot be the procedure of this paper; {@code null} if it may be
 */
public record Trial(
        String procedure,
        String procedureVersion,
        int explained,
        List<String> signs,
        @Nullable String lacks) {
    public Trial {
        signs = List.copyOf(signs);
    }
}
