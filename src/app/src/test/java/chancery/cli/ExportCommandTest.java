package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static final String LETTERS = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader>"
            + "<sourceDesc><bibl type='print' xml:id='e1'>Letters of A.</bibl></sourceDesc>"
            + "<correspDesc key='1' source='#e1'><correspAction type='sent'>"
            + "<persName ref='https://d-nb.info/gnd/1' cert='medium'>Anna Adler</persName>"
            + "<placeName ref='https://www.geonames.org/77'>Altdorf</placeName><date when='1810-05-01'/></correspAction>"
            + "<correspAction type='received'><orgName>Brandt &amp; Sons</orgName></correspAction>"
            + "<correspContext><ref type='replyTo' target='#l0'>Brandt to Adler</ref></correspContext></correspDesc>"
            + "<correspDesc key='1'><correspAction type='sent'><persName>Carl</persName></correspAction></correspDesc>"
            + "</teiHeader></TEI>";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void letters_read_exported_and_read_again_are_the_same_case_files() throws IOException {
        Path letters = Files.writeString(folder.resolve("letters.xml"), LETTERS);
        assertThat(run("read", letters.toString(), "-o", folder.resolve("once").toString()))
                .isZero();
        Path index = folder.resolve("index.xml");
        assertThat(run(
                        "export",
                        "--cmif",
                        index.toString(),
                        folder.resolve("once").toString()))
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("2 letters in " + index);
        assertThat(run("read", index.toString(), "-o", folder.resolve("again").toString()))
                .isZero();

        assertThat(files("again")).isEqualTo(files("once")).hasSize(2);
        assertThat(run(
                        "export",
                        "--cmif",
                        folder.resolve("second.xml").toString(),
                        "--url",
                        "index.xml",
                        folder.resolve("again").toString()))
                .isZero();
        assertThat(Files.readString(folder.resolve("second.xml"))).isEqualTo(Files.readString(index));
    }

    @Test
    void path_tells_which_letter_is_answered() throws IOException {
        Path letters = Files.writeString(folder.resolve("letters.xml"), LETTERS);
        run("read", letters.toString(), "-o", folder.resolve("once").toString());

        assertThat(run("path", folder.resolve("once/letters-1.yaml").toString()))
                .isZero();
        assertThat(out.toString()).contains("Beside it its source names:\n  Answers: Brandt to Adler (#l0)");
    }

    @Test
    void what_an_index_cannot_hold_is_told_and_a_case_without_a_letter_left_out() throws IOException {
        Path index = folder.resolve("index.xml");

        assertThat(run("export", "--cmif", index.toString(), "processes/us-letter", "su-1955-83M"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Left out:", "it has no letter").contains("Not in the index: us-");
    }

    @Test
    void an_index_that_exists_is_left_alone_and_an_address_with_blanks_refused() throws IOException {
        Path index = Files.writeString(folder.resolve("index.xml"), "mine");

        assertThat(run("export", "--cmif", index.toString(), "su-1955-83M")).isEqualTo(2);
        assertThat(Files.readString(index)).isEqualTo("mine");
        assertThat(run("export", "--cmif", folder.resolve("b.xml").toString(), "--url", "a b", "su-1955-83M"))
                .isEqualTo(2);
        assertThat(run("export", "--cmif", folder.resolve("b.xml").toString(), "--date", "yesterday", "su-1955-83M"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "the file exists already", "\"a b\" is no address", "\"--date\": \"yesterday\" is not an EDTF");
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                texts.add(file.getFileName() + "\n" + Files.readString(file).replaceAll("(?m)^ *place: .*\n", ""));
            }
            return texts;
        }
    }

    private int run(String... args) {
        return Main.run(Arrays.copyOf(args, args.length), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
