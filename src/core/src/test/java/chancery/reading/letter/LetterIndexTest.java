package chancery.reading.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.reading.ReadSource;
import chancery.reading.found.ReadDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An index that is written reads as the same cases, and keeps the published rules of CMIF. */
class LetterIndexTest {
    private static final LetterIndex.Header HEADER = new LetterIndex.Header("Letters", "Nobody", "letters.xml", null);

    @TempDir
    private Path folder;

    // ---- there and back

    @Test
    void what_is_written_reads_as_the_same_cases() throws Exception {
        for (int seed = 0; seed < 60; seed++) {
            List<Dossier> cases = read("in.xml", new Letters(seed).file(10));
            LetterIndex index = new LetterIndex(HEADER);
            List<String> lost =
                    cases.stream().flatMap(one -> index.add(one).stream()).toList();

            assertThat(lost).as("seed " + seed).isEmpty();
            assertThat(told(read("out.xml", index.xml()))).as("seed " + seed).isEqualTo(told(cases));
            refuseWhatCmifHasNot(index.xml());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter", "cmif"})
    void a_letter_of_an_edition_comes_back_but_for_what_happened_on_its_way(String name) throws Exception {
        Path source = Path.of("src/core/src/test/resources/reading/letters/" + name + ".xml");
        List<Dossier> cases = read(source);
        LetterIndex index = new LetterIndex(HEADER);
        Set<String> lost =
                cases.stream().flatMap(one -> index.add(one).stream()).collect(Collectors.toSet());

        assertThat(lost)
                .isEqualTo(
                        name.equals("cmif") ? Set.of() : Set.of("mark forward", "mark forward-2", "mark dispatch-2"));
        refuseWhatCmifHasNot(index.xml());
    }

    @Test
    void same_cases_give_the_same_bytes() throws IOException {
        List<Dossier> cases = read("in.xml", new Letters(1).file(10));

        assertThat(index(cases)).isEqualTo(index(cases));
    }

    @Test
    void a_case_without_a_letter_sent_or_received_is_refused() throws IOException {
        Dossier forwarded = read(
                        "in.xml",
                        "<teiHeader><correspDesc><correspAction type='forwarded'><persName>A</persName></correspAction>"
                                + "</correspDesc></teiHeader>")
                .get(0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LetterIndex(HEADER).add(forwarded))
                .withMessage("no mark attests that its letter was sent or received");
    }

    // ---- the published rules

    /**
     * The rules of CMIF 1.1, as its documentation and its schema have them: what may stand in a description, an action and
     * a name, which words certainty and evidence are given in, that each edition referred to is listed.
     */
    private static void refuseWhatCmifHasNot(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .getDocumentElement();
        List<Element> descriptions = all(root, "correspDesc");
        assertThat(descriptions).isNotEmpty();
        Set<String> editions = new HashSet<>();
        all(root, "bibl").forEach(bibl -> {
            assertThat(bibl.getAttribute("type")).isIn("print", "online", "hybrid");
            assertThat(editions.add("#" + bibl.getAttribute("xml:id"))).isTrue();
        });
        assertThat(editions).isNotEmpty();
        for (Element description : descriptions) {
            assertThat(names(description)).containsOnlyOnce("sent", "received");
            assertThat(attributes(description)).isSubsetOf(Set.of("key", "ref", "source"));
            assertThat(description.getAttribute("source")).isIn(with(editions, ""));
            for (Element action : all(description, "correspAction")) {
                assertThat(action.getChildNodes().getLength()).isPositive();
                assertThat(names(action)).isSubsetOf("persName", "orgName", "placeName", "date", "note");
                assertThat(attributes(action)).isSubsetOf(Set.of("type", "cert"));
            }
            for (String name : List.of("persName", "orgName", "placeName", "date", "correspAction")) {
                all(description, name).forEach(part -> {
                    assertThat(part.getAttribute("cert")).isIn("", "low");
                    assertThat(part.getAttribute("evidence")).isIn("", "conjecture");
                });
            }
            for (Element date : all(description, "date")) {
                assertThat(attributes(date))
                        .isSubsetOf(Set.of("when", "notBefore", "notAfter", "cert", "evidence"))
                        .containsAnyOf("when", "notBefore", "notAfter");
            }
        }
    }

    private static Set<String> with(Set<String> some, String other) {
        Set<String> all = new HashSet<>(some);
        all.add(other);
        return all;
    }

    private static List<Element> all(Element root, String name) {
        NodeList found = root.getElementsByTagNameNS("http://www.tei-c.org/ns/1.0", name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }

    private static List<String> names(Element parent) {
        List<String> names = new ArrayList<>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                boolean action = element.getLocalName().equals("correspAction");
                names.add(action ? element.getAttribute("type") : element.getLocalName());
            }
        }
        return names;
    }

    private static Set<String> attributes(Element element) {
        Set<String> names = new HashSet<>();
        for (int at = 0; at < element.getAttributes().getLength(); at++) {
            names.add(element.getAttributes().item(at).getNodeName());
        }
        return names;
    }

    // ---- small words

    private static String index(List<Dossier> cases) {
        LetterIndex index = new LetterIndex(HEADER);
        cases.forEach(index::add);
        return index.xml();
    }

    /** Case files but for the places of their marks, which name the file they were read from. */
    private static List<String> told(List<Dossier> cases) {
        return cases.stream()
                .map(one -> CaseFile.write(one).replaceAll("(?m)^ *place: .*\n", ""))
                .toList();
    }

    private List<Dossier> read(String name, String content) throws IOException {
        String tei = content.startsWith("<?xml")
                ? content
                : "<TEI xmlns='http://www.tei-c.org/ns/1.0'>" + content + "</TEI>";
        return read(Files.writeString(folder.resolve(name), tei));
    }

    private static List<Dossier> read(Path file) {
        List<ReadDocument> letters = new ArrayList<>();
        new ReadSource(List.of(), false).read(file, letters::add);
        return letters.stream().map(ReadDocument::dossier).toList();
    }

    /** Letters made up at random, of all that an edition may say. */
    private static final class Letters {
        private static final List<String> DATES = List.of(
                "<date when='1810-05-01'/>",
                "<date when='1810-05-01' cert='low'>1 May</date>",
                "<date when='1810-05-01T09:30:00'/>",
                "<date when='1810-05-01T09:30'/>",
                "<date notBefore='1810-05' notAfter='1811' evidence='internal'>in summer</date>",
                "<date notBefore='1810'/>",
                "<date to='1810' cert='high'/>",
                "<date when='1810~'>about then</date>",
                "<date>[1877?]</date>",
                "<date when='1877-02-01'>[Februar 1877?]</date>",
                "<date notBefore='1877-02' notAfter='1877-03'>etwa im März?</date>",
                "<date>um 1880</date>",
                "<date>[vor dem 3. Mai 1877]</date>",
                "<date when='1755-02-28' calendar='#julian' evidence='external conjecture'>17 February 1755</date>",
                "<date when-custom='18 brumaire an VIII' datingMethod='#republican'/>",
                "<date>nobody knows when</date>");
        private static final List<String> NAMES = List.of(
                "Anna Adler", "Adler, Anna", "Anna", "José Muñoz & Söhne", "דינה", "Berlin", "O’Hara <i>", "date 1810");
        private static final List<String> CERTS = List.of(
                "",
                "",
                "",
                " cert='low'",
                " cert='medium'",
                " cert='high'",
                " cert='0.7'",
                " evidence='conjecture'",
                " evidence='internal' cert='unknown'");
        private static final List<String> CONTEXTS = List.of(
                "",
                "",
                "<correspContext><ref type='prev' target='#a'>the first</ref><ref type='replyTo' target='#b c'/></correspContext>",
                "<correspContext><ref type='within' subtype='next_letter' target='L1'>x</ref><p>Lost.</p></correspContext>",
                "<correspContext><ref target='https://example.org/?a=1&amp;b=2'>y</ref><ptr type='belongsTo' target='#s'/>"
                        + "</correspContext>");
        private static final List<String> NOTES = List.of(
                "",
                "",
                "<note>In another hand.</note>",
                "<note><ref type='cmif:mentionsPerson' target='https://example.org/3'>Carl</ref><ref target='#t'/></note>",
                "<note>See <ref target='#t'>there</ref>.</note>");

        private final Random random;

        Letters(long seed) {
            this.random = new Random(seed);
        }

        String file(int letters) {
            StringBuilder file = new StringBuilder(
                    "<teiHeader><sourceDesc><bibl type='print' xml:id='e1'>Letters of A."
                            + "</bibl><bibl type='online' xml:id='e2'>Letters of B. <ref target='x'>Here</ref></bibl></sourceDesc>");
            for (int at = 0; at < letters; at++) {
                file.append("<correspDesc")
                        .append(one(List.of(
                                "", " key='12'", " ref='https://example.org/" + at + "'", " key='k" + at + "'")))
                        .append(one(List.of("", " source='#e1'", " source='#e2'")))
                        .append('>')
                        .append(action("sent", true))
                        .append(action("received", random.nextBoolean()))
                        .append(one(CONTEXTS))
                        .append(one(NOTES))
                        .append(one(NOTES))
                        .append("</correspDesc>");
            }
            return file.append("</teiHeader>").toString();
        }

        private String action(String type, boolean told) {
            if (!told) {
                return "";
            }
            StringBuilder action = new StringBuilder("<correspAction type='" + type + "'"
                    + one(List.of("", "", " cert='low'", " cert='medium'", " evidence='conjecture'")) + ">");
            List<String> parts = new ArrayList<>();
            parts.add(one(List.of("<persName>Unknown</persName>", name("persName"), name("persName"))));
            for (int more = random.nextInt(3); more > 0; more--) {
                parts.add(name(one(List.of("persName", "orgName", "placeName", "placeName"))));
            }
            if (random.nextInt(4) > 0) {
                parts.add(random.nextInt(parts.size() + 1), one(DATES));
            }
            if (random.nextInt(8) == 0) {
                parts.add(random.nextInt(parts.size() + 1), "presumably");
            }
            parts.forEach(action::append);
            return action.append("</correspAction>").toString();
        }

        private String name(String element) {
            return "<" + element
                    + one(List.of(
                            "",
                            " ref='https://d-nb.info/gnd/" + random.nextInt(9) + "'",
                            " ref='#p1'",
                            " ref='https://a.org/1 https://b.org/2'"))
                    + one(CERTS) + ">" + one(NAMES).replace("&", "&amp;").replace("<", "&lt;") + "</" + element + ">";
        }

        private <T> T one(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}
