package chancery.procedure.diagram;

import chancery.procedure.diagram.Element.Kind;
import java.util.List;
import java.util.Optional;

/** Link events: who reaches the one that throws goes on at the one that catches, as along a flow. */
public final class LinkEvents {
    private LinkEvents() {}

    /** The event at which it goes on, if an element is an event that throws a link. */
    public static Optional<Element> target(Element thrown) {
        return Optional.of(thrown)
                .filter(event -> event.is(Kind.INTERMEDIATE_THROW_EVENT) && isLink(event))
                .flatMap(event -> catching(event).stream().findFirst());
    }

    static boolean isLink(Element event) {
        return event.hasDefinition(Kind.LINK_EVENT_DEFINITION);
    }

    /** Refuses an event whose link nobody catches, or several do. */
    static void refuseLoose(Element event) {
        if (event.is(Kind.INTERMEDIATE_THROW_EVENT)
                && isLink(event)
                && catching(event).size() != 1) {
            throw event.refused(
                    "\"" + event.id() + "\" throws the link \"" + name(event) + "\", which "
                            + catching(event).size() + " events in its process or subprocess catch",
                    "let one event there catch the link of that name");
        }
    }

    private static List<Element> catching(Element thrown) {
        return thrown.parent().stream()
                .flatMap(scope -> scope.children(Kind.INTERMEDIATE_CATCH_EVENT).stream())
                .filter(event -> isLink(event) && name(event).equals(name(thrown)))
                .toList();
    }

    private static String name(Element event) {
        return event.eventDefinitions().stream().findFirst().map(Element::name).orElse("");
    }
}
