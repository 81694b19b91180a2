package chancery.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mark says of copies.
 *
 * @param number which copy this is
 * @param stated how many were made, as stated
 * @param distribution to whom they went
 */
public record Copies(@Nullable Integer number, @Nullable Integer stated, List<Recipient> distribution) {
    public Copies {
        distribution = List.copyOf(distribution);
    }

    /** What of it cannot be true together, a sentence each: a count against the list, a copy beyond the count. */
    public List<String> contradictions() {
        List<String> contradictions = new ArrayList<>();
        int listed = distribution.stream().mapToInt(Recipient::copies).sum();
        if (stated != null && !distribution.isEmpty() && stated != listed) {
            contradictions.add(counted(stated) + " stated, the distribution list sums to " + listed + ", "
                    + Math.abs(stated - listed) + (listed < stated ? " fewer" : " more"));
        }
        if (number != null && stated != null && number > stated) {
            contradictions.add("it is copy " + number + ", and " + counted(stated) + " stated");
        }
        return List.copyOf(contradictions);
    }

    private static String counted(int copies) {
        return copies + (copies == 1 ? " copy is" : " copies are");
    }

    /** Somebody on a distribution list and how many copies went there. */
    public record Recipient(String to, int copies) {}
}
