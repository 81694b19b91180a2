package chancery.document;

import chancery.office.Act;
import chancery.office.Agent;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.register.RegistryNumber;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The act that a mark attests, under one reading of it. What is not stated is {@code null} and agrees with anything.
 *
 * @param about the document with which the act was done
 * @param places where the act was done, as far as the mark says
 * @param shows values of the procedure's variables that the mark gives away, such as {@code numeral: Arabic}
 */
public record Attestation(
        Act act,
        @Nullable Direction direction,
        @Nullable OfficeId office,
        DocumentId about,
        @Nullable RegistryNumber number,
        List<Agent> agents,
        List<Locality> places,
        Map<String, String> shows) {
    public Attestation {
        agents = List.copyOf(agents);
        places = List.copyOf(places);
        shows = Map.copyOf(shows);
    }

    /** An act of which the mark does not say where it was done. */
    public Attestation(
            Act act,
            @Nullable Direction direction,
            @Nullable OfficeId office,
            DocumentId about,
            @Nullable RegistryNumber number,
            List<Agent> agents,
            Map<String, String> shows) {
        this(act, direction, office, about, number, agents, List.of(), shows);
    }
}
