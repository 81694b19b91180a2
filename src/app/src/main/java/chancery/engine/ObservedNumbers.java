package chancery.engine;

import chancery.casefile.Dossier;
import chancery.document.DocumentId;
import chancery.ledger.LedgerEntry.Instance;
import chancery.office.Act;
import chancery.office.Agent;
import chancery.path.Path;
import chancery.path.Step;
import chancery.register.NumberSeries;
import chancery.register.Observation;
import chancery.register.Registration;
import chancery.registry.Registers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Enters in the registers the numbers that a historical case shows, and takes them back when the case is edited. */
final class ObservedNumbers {
    private final Registers registers;

    ObservedNumbers(Registers registers) {
        this.registers = registers;
    }

    /** Enters the number of each registration that a path holds; a constructed case shows none that was ever given. */
    void enter(Dossier dossier, Path path, Instance instance) {
        if (dossier.constructed()) {
            return;
        }
        observations(dossier, path, instance).forEach(registers::observe);
    }

    /**
     * Enters the numbers of a bare path that need no series: those of an office that has none for them here. A series
     * belongs to a procedure, and nothing shows that the paper went its way.
     *
     * @param known the series of the procedures here
     * @return which numbers were not entered and why, a sentence each
     */
    List<String> enterBare(Dossier dossier, Path path, Instance instance, List<NumberSeries> known) {
        List<String> notEntered = new ArrayList<>();
        if (dossier.constructed()) {
            return notEntered;
        }
        observations(dossier, path, instance).forEach(observation -> {
            Optional<NumberSeries> series =
                    known.stream().filter(observation::isOf).findFirst();
            if (observation.office().equals(Path.OFFICE_NOT_STATED)) {
                notEntered.add("number " + observation.number() + ", since its mark states no office");
            } else if (series.isPresent()) {
                notEntered.add("number " + observation.number() + ", since only the series "
                        + series.get().id() + " writes it so, and that is a procedure's");
            } else {
                registers.observe(observation);
            }
        });
        return notEntered;
    }

    private static Stream<Observation> observations(Dossier dossier, Path path, Instance instance) {
        return path.taken()
                .filter(step -> step.act() == Act.REGISTER)
                .flatMap(step -> Stream.ofNullable(step.number())
                        .map(number -> new Observation(
                                step.office(),
                                step.direction(),
                                number,
                                step.earliest(),
                                step.latest(),
                                registration(dossier, step, instance),
                                step.standing() + ": " + step.reason())));
    }

    private static Registration registration(Dossier dossier, Step step, Instance instance) {
        DocumentId document = step.document();
        String agents = step.agents().stream().map(Agent::name).collect(Collectors.joining("; "));
        return Registration.in(instance.caseId(), instance.instanceId())
                .of(document == null ? null : document.value(), title(dossier, document))
                .dated(step.date())
                .registeredBy(agents.isEmpty() ? null : agents);
    }

    private static @Nullable String title(Dossier dossier, @Nullable DocumentId id) {
        return dossier.documents().stream()
                .filter(document -> document.id().equals(id))
                .map(document -> document.title())
                .findFirst()
                .orElse(null);
    }

    /** Takes back what an instance has entered, since another has taken its place. */
    void withdraw(String superseded, String instance) {
        registers.withdraw(superseded, "superseded by " + instance);
    }
}
