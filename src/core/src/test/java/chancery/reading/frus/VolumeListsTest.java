package chancery.reading.frus;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.CaseFile;
import chancery.document.Attestation;
import chancery.document.Mark;
import chancery.office.Agent;
import chancery.reading.ReadSource;
import chancery.reading.form.MarksFile;
import chancery.reading.found.ReadDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeListsTest {
    private static final String LISTS = """
            <div type="section" xml:id="terms"><head>Abbreviations</head><list>
              <item><hi><term xml:id="t_NRA1">NRA</term>,</hi> Office of Northern Affairs</item>
              <item><hi><term>ABG</term>,</hi> Anna B. Gray</item>
              <item><hi><term>OIL</term>,</hi> petroleum and lubricants</item>
              <item><hi><term>Northern Palace</term>,</hi> The court of the north</item>
              <item><hi><term>SRA</term>,</hi> Southern Affairs; also Office of Southern Affairs</item>
            </list></div>
            <div type="section" xml:id="persons"><head>Persons</head><list>
              <item><hi rend="italic">Editor’s Note</hi>: <persName corresp="#p_GA1">Gray</persName> is left out.</item>
              <item><hi><persName xml:id="p_GA1">Gray, Admiral Anna B., Jr.</persName>,</hi> Envoy to
                 <persName corresp="#p_KC1">King</persName>’s court until May 1955<note>So she said.</note>; thereafter Consul</item>
              <item><hi><persName xml:id="p_KC1">King, Carl</persName>,</hi> Secretary of the Board</item>
              <item><hi><persName xml:id="p_KD1">King, Dora</persName>,</hi> Clerk of the Board</item>
              <item><hi><persName>Löwe, Emil</persName>,</hi> Messenger</item>
            </list></div>
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gray | Envoy to King’s court | list of persons, volume#p_GA1",
                "Anna Gray | Envoy to King’s court | list of persons, volume#p_GA1",
                "A.B. Gray | Envoy to King’s court | list of persons, volume#p_GA1",
                "Admiral Gray | Envoy to King’s court | list of persons, volume#p_GA1",
                "Carl King | Secretary of the Board | list of persons, volume#p_KC1",
                "C. King | Secretary of the Board | list of persons, volume#p_KC1",
                "Lowe | Messenger | list of persons, volume",
                "ABG | Envoy to King’s court | list of persons, volume#p_GA1",
                "Carl Fox (NRA) | Office of Northern Affairs | list of abbreviations, volume#t_NRA1",
                "NRA | Office of Northern Affairs | list of abbreviations, volume#t_NRA1",
            })
    void a_name_that_one_person_or_body_has_is_given_its_post(String name, String post, String ground)
            throws IOException {
        assertThat(drafter(name, LISTS, "")).isEqualTo(new Agent(name, post, ground, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "King",
        "E. King",
        "Edgar Gray",
        "General Gray",
        "Grayson",
        "Secretary King",
        "SRA",
        "OIL",
        "Northern Palace"
    })
    void of_two_or_of_none_nothing_is_told(String name) throws IOException {
        assertThat(drafter(name, LISTS, "").position()).isNull();
    }

    @Test
    void whom_the_document_points_to_counts_more_than_his_name() throws IOException {
        assertThat(drafter("<persName corresp=\"#p_KD1\">King</persName>", LISTS, "")
                        .position())
                .isEqualTo("Clerk of the Board");
        assertThat(drafter(
                                "<persName corresp=\"#p_KD1\">King</persName>, <persName corresp=\"#p_KC1\">King</persName>",
                                LISTS,
                                "")
                        .position())
                .isNull();
    }

    @Test
    void a_list_behind_the_documents_is_not_used() throws IOException {
        assertThat(drafter("Gray", "", LISTS).position()).isNull();
    }

    @Test
    void the_ground_stands_in_the_case_file_and_is_read_back() throws IOException {
        Path written = Files.writeString(
                folder.resolve("case.yaml"),
                CaseFile.write(read("Gray", LISTS, "").dossier()));

        assertThat(agents(CaseFile.read(written).marks()))
                .contains(new Agent("Gray", "Envoy to King’s court", "list of persons, volume#p_GA1", null, null));
    }

    @Test
    void without_a_day_no_post_is_sure() {
        assertThat(new VolumeLists("volume").held("Gray", Map.of(), null)).isEmpty();
    }

    private Agent drafter(String name, String before, String behind) throws IOException {
        return agents(read(name, before, behind).dossier().marks()).get(0);
    }

    private static List<Agent> agents(List<Mark> marks) {
        return marks.stream()
                .flatMap(mark -> mark.readings().stream())
                .flatMap(reading -> reading.attests().stream())
                .map(Attestation::agents)
                .flatMap(List::stream)
                .toList();
    }

    private ReadDocument read(String name, String before, String behind) throws IOException {
        Path file = Files.writeString(folder.resolve("volume.xml"), """
                <TEI xmlns="http://www.tei-c.org/ns/1.0">%s
                <div type="document" xml:id="d1"><head>1. Memorandum of a Conversation, Board, January 3, 1955<note
                  type="source" xml:id="d1fn1">Source: Board, Files, 1/2. Secret. Drafted by %s.</note></head></div>
                %s</TEI>
                """.formatted(before, name, behind));
        List<ReadDocument> read = new ArrayList<>();
        new ReadSource(List.of(MarksFile.read(Path.of("processes/words/frus-source-notes.yaml"))), false)
                .read(file, read::add);
        return Optional.of(read).filter(one -> one.size() == 1).orElseThrow().get(0);
    }
}
