package chancery.reading.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.document.ArchivalReference;
import chancery.document.Attestation;
import chancery.document.Copies;
import chancery.document.Form;
import chancery.document.Layer;
import chancery.document.Mark;
import chancery.document.MarkKind;
import chancery.document.Transmission;
import chancery.office.Act;
import chancery.office.Agent;
import chancery.procedure.Holdings;
import chancery.reading.form.MarksFile;
import chancery.reading.found.FoundAct;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.Unread;
import chancery.reading.source.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Papers of an invented country, laid out as published transcriptions are, and what is read of them. */
class TranscriptionTest {
    private static final Path PAPERS = Path.of("src/core/src/test/resources/reading");
    private static final List<MarksFile> MARKS = Holdings.in(Path.of("bpmn"), Path.of("processes")).wordings().stream()
            .map(MarksFile::parse)
            .filter(MarksFile::isForTranscriptions)
            .toList();

    @TempDir
    Path folder;

    // ---- a note to the CC, in English

    @Test
    void a_note_gives_its_marks_and_those_of_its_enclosures() {
        ReadDocument note = read("note-31M");

        assertThat(note.kind()).isEqualTo("note");
        assertThat(note.classification()).isEqualTo("Top Secret");
        assertThat(note.archivalReference()).isEqualTo("AVPRF, F. 0199, Op. 7, P. 21, D. 9");
        assertThat(note.dossier().procedure()).isNull();
        assertThat(note.dossier().marks())
                .map(TranscriptionTest::told)
                .containsExactly(
                        on("note", MarkKind.HEADING, "Copy"),
                        on("note", MarkKind.CLASSIFICATION, "Top Secret"),
                        on("note", MarkKind.COPY_NUMBER, "Copy No 3"),
                        act(
                                "note",
                                "14/208 Secretariat of [[Orl]]ov Incoming No 112vn 6 May 1954",
                                Act.REGISTER,
                                "1954-05-06",
                                "112vn"),
                        on("note", MarkKind.REGISTRY_NUMBER, "14/208"),
                        on("note", MarkKind.ANNOTATION, "Strelsau [[the rest cannot be read]]"),
                        on("note", MarkKind.HEADING, "to the CPSU CC"),
                        act("note", "In accordance with the instructions to submit proposals", Act.ASSIGN, null, null),
                        act(
                                "note",
                                "In this connection we are sending a memorandum on the fishery",
                                Act.ENCLOSE,
                                null,
                                null),
                        act(
                                "note",
                                "we are sending a memorandum on the fishery from Cdes. Petrov, Sidorov and Lvova",
                                Act.DRAFT,
                                null,
                                null,
                                "Petrov",
                                "Sidorov",
                                "Lvova"),
                        act("note", "A draft CC resolution is attached.", Act.ENCLOSE, null, null),
                        act("note", "A. Gromyko", Act.SIGN, "1954-05-05", null, "A. Gromyko"),
                        act("note", "B. Rybakov", Act.SIGN, "1954-05-05", null, "B. Rybakov"),
                        act("note", "Nº 31/M", Act.REGISTER, "1954-05-05", "31/M"),
                        act("note", "Agreed with Cde. Sidorov", Act.CLEAR, null, null, "Sidorov"),
                        act("note", "Authenticated: [signature]", Act.AUTHENTICATE, null, null),
                        on("note", MarkKind.DISTRIBUTION_LIST, "5 copies printed: 1, 2, 3, 4 - to the CC 5 - to file"),
                        on("resolution", MarkKind.HEADING, "Secret No __ Draft"),
                        on("resolution", MarkKind.HEADING, "CPSU CC RESOLUTION"),
                        act(
                                "resolution",
                                "Approve the attached draft instruction to Cde. Zenda in Strelsau.",
                                Act.ENCLOSE,
                                null,
                                null),
                        on("instruction", MarkKind.HEADING, "Secret No"),
                        on("instruction", MarkKind.HEADING, "TO THE SOVIET AMBASSADOR"));
    }

    @Test
    void its_documents_are_told_apart_by_their_headings() {
        Dossier dossier = read("note-31M").dossier();

        assertThat(dossier.documents())
                .extracting(
                        document -> document.id().value(), document -> document.form(), document -> document.state())
                .containsExactly(
                        tuple("note", Form.NOTE, Transmission.CERTIFIED_COPY),
                        tuple("memorandum", Form.MEMORANDUM, Transmission.LOST),
                        tuple("resolution", Form.RESOLUTION, Transmission.DRAFT),
                        tuple("instruction", Form.INSTRUCTION, Transmission.DRAFT));
        assertThat(dossier.documents().get(0).enclosures())
                .extracting("value")
                .containsExactly("resolution", "instruction", "memorandum");
        assertThat(reference(dossier))
                .isEqualTo(new ArchivalReference(
                        "AVPRF", Map.of("fond", "0199", "opis", "7", "papka", "21", "delo", "9")));
    }

    @Test
    void what_was_added_on_the_copy_is_told_from_what_was_copied() {
        assertThat(read("note-31M").dossier().marks())
                .filteredOn(mark -> mark.layer() == Layer.COPY)
                .extracting(mark -> mark.id().value())
                .containsExactly(
                        "copy-heading",
                        "classification",
                        "copy-number",
                        "secretariat-stamp",
                        "stamp-number",
                        "handwriting",
                        "addressee",
                        "authentication");
    }

    @Test
    void a_stamp_of_a_persons_secretariat_has_two_readings() {
        Mark stamp = mark(read("note-31M"), "secretariat-stamp");

        assertThat(stamp.readings())
                .extracting(
                        reading -> reading.id().value(),
                        reading -> reading.preferred(),
                        reading ->
                                String.valueOf(reading.attests().orElseThrow().office()))
                .containsExactly(
                        tuple("cc-secretariat", true, "cc-general-department"),
                        tuple("orlov-secretariat", false, "deputy-minister-secretariat"));
        assertThat(stamp.readings().get(1).because())
                .startsWith("the stamp names the secretariat of one person, [[Orl]]ov;")
                .endsWith("; the transcriber's bracket never closes, so where it ends is inferred");
    }

    @Test
    void copies_are_counted_and_listed() {
        ReadDocument note = read("note-31M");

        assertThat(mark(note, "copy-number").copies()).isEqualTo(new Copies(3, null, List.of()));
        assertThat(mark(note, "distribution").copies())
                .isEqualTo(
                        new Copies(null, 5, List.of(new Copies.Recipient("CC", 4), new Copies.Recipient("file", 1))));
    }

    @Test
    void a_sentence_that_names_an_act_and_is_not_understood_is_unread() {
        ReadDocument note = read("note-31M");

        assertThat(note.unread())
                .extracting(Unread::sentence, sentence -> sentence.place().written(), Unread::because)
                .containsExactly(tuple(
                        "The harbour office reported the figures by telephone.",
                        "488-541",
                        "not understood: reported"));
        assertThat(note.sentences()).isEqualTo(15);
    }

    @Test
    void what_another_paper_went_through_is_no_act_of_this_one() {
        assertThat(read("note-31M").acts())
                .extracting(FoundAct::act)
                .containsExactly(
                        Act.ASSIGN,
                        Act.ENCLOSE,
                        Act.DRAFT,
                        Act.ENCLOSE,
                        Act.SIGN,
                        Act.SIGN,
                        Act.REGISTER,
                        Act.REGISTER,
                        Act.CLEAR,
                        Act.AUTHENTICATE,
                        Act.ENCLOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"note-31M", "zapiska-31M", "extract-P61-4", "telegram-700111sh", "journal-61"})
    void every_mark_stands_where_its_place_says_and_the_case_file_can_be_read(String name) throws IOException {
        String text = Files.readString(PAPERS.resolve(name + ".txt"));
        Dossier dossier = read(name).dossier();

        assertThat(dossier.marks())
                .isNotEmpty()
                .allSatisfy(mark -> assertThat(at(text, mark)).isEqualTo(mark.reading()));
        Path written = folder.resolve(name + ".yaml");
        Files.writeString(written, CaseFile.write(dossier));
        assertThat(CaseFile.read(written).marks())
                .map(TranscriptionTest::told)
                .isEqualTo(dossier.marks().stream().map(TranscriptionTest::told).toList());
    }

    // ---- a note in Russian

    @Test
    void a_note_in_russian_gives_its_marks() {
        ReadDocument note = read("zapiska-31M");

        assertThat(note.dossier().procedure()).isNull();
        assertThat(note.dossier().marks())
                .map(TranscriptionTest::told)
                .containsExactly(
                        on("note", MarkKind.HEADING, "Копия"),
                        on("note", MarkKind.CLASSIFICATION, "Сов. секретно"),
                        on("note", MarkKind.COPY_NUMBER, "Экз. № 2"),
                        act("note", "Общий отдел ЦК КПСС Вх. № 4411 6 мая 1954 г.", Act.REGISTER, "1954-05-06", "4411"),
                        on("note", MarkKind.HEADING, "В ЦК КПСС"),
                        act("note", "В соответствии с поручением ЦК КПСС", Act.ASSIGN, null, null),
                        act(
                                "note",
                                "направляем записку о рыболовстве тт. Петрова, Сидорова и Львовой",
                                Act.DRAFT,
                                null,
                                null,
                                "Петрова",
                                "Сидорова",
                                "Львовой"),
                        act("note", "направляем записку о рыболовстве", Act.ENCLOSE, null, null),
                        act("note", "Проект постановления ЦК КПСС прилагается.", Act.ENCLOSE, null, null),
                        act("note", "А. Громыко", Act.SIGN, "1954-05-05", null, "А. Громыко"),
                        act("note", "Исх. № 31/М", Act.REGISTER, "1954-05-05", "31/М"),
                        act("note", "Согласовано: тт. Петров, Сидоров", Act.CLEAR, null, null, "Петров", "Сидоров"),
                        act("note", "Верно: Иванова", Act.AUTHENTICATE, null, null),
                        on("note", MarkKind.DISTRIBUTION_LIST, "Отп. 5 экз."),
                        on("note", MarkKind.DISTRIBUTION_LIST, "Разослано: тт. Петрову (2), Сидорову, в дело"),
                        on("resolution", MarkKind.CLASSIFICATION, "Секретно"),
                        on("resolution", MarkKind.HEADING, "Проект"),
                        on("resolution", MarkKind.HEADING, "ПОСТАНОВЛЕНИЕ ЦК КПСС"),
                        act("resolution", "Утвердить прилагаемый проект указаний т. Зенде.", Act.ENCLOSE, null, null),
                        on("instruction", MarkKind.HEADING, "К п. 4 протокола № 61"),
                        on("instruction", MarkKind.HEADING, "СТРЕЛЬЗАУ СОВПОСЛУ"));
        assertThat(mark(note, "distribution-2").copies())
                .isEqualTo(new Copies(
                        null,
                        null,
                        List.of(
                                new Copies.Recipient("Петрову", 2),
                                new Copies.Recipient("Сидорову", 1),
                                new Copies.Recipient("дело", 1))));
        assertThat(note.unread()).extracting(Unread::sentence).containsExactly("Вопрос был внесен в прошлом году.");
    }

    // ---- an extract from a protocol

    @Test
    void an_extract_gives_the_item_its_decision_and_who_got_it() {
        ReadDocument extract = read("extract-P61-4");

        assertThat(extract.kind()).isEqualTo("extract");
        assertThat(extract.dossier().marks())
                .map(TranscriptionTest::told)
                .containsExactly(
                        on("extract", MarkKind.CLASSIFICATION, "TOP SECRET"),
                        on(
                                "extract",
                                MarkKind.HEADING,
                                "Extract from protocol No 61 of the session of the Presidium of the CC CPSU"),
                        act("extract", "P61/4 8 May 1954", Act.REGISTER, "1954-05-08", "P61/4"),
                        act("extract", "To Cdes. Gromyko, Petrov", Act.COPY, null, null),
                        act(
                                "extract",
                                "The attached draft telegram to the ambassador in Strelsau is approved.",
                                Act.APPROVE,
                                "1954-05-08",
                                null),
                        on("instruction", MarkKind.HEADING, "To item 4 of protocol No 61"),
                        on("instruction", MarkKind.HEADING, "STRELSAU TO THE SOVIET AMBASSADOR"));
        assertThat(mark(extract, "protocol-item")
                        .attests(Dossier.PREFERRED)
                        .orElseThrow()
                        .shows())
                .containsExactly(Map.entry("numeral", "Arabic"));
        assertThat(extract.acts())
                .filteredOn(act -> act.act() == Act.COPY)
                .extracting(FoundAct::to)
                .containsExactly(List.of("Gromyko", "Petrov"));
        assertThat(extract.unread()).isEmpty();
    }

    // ---- a ciphered telegram

    @Test
    void a_telegram_gives_five_clock_times_each_a_mark_in_their_order() {
        ReadDocument telegram = read("telegram-700111sh");

        assertThat(telegram.dossier().procedure()).isNull();
        assertThat(telegram.dossier().marks())
                .filteredOn(mark -> mark.date() != null)
                .extracting(
                        mark -> mark.id().value(),
                        mark -> Objects.requireNonNull(mark.date()).edtf(),
                        mark -> mark.after().stream().map(Object::toString).toList(),
                        mark -> mark.preferred().because())
                .containsExactly(
                        tuple("sent", "1954-05-05T02:10", List.of("originator-number"), "the clock of the post"),
                        tuple("received", "1954-05-05T05:31", List.of("sent"), "the clock of Moscow"),
                        tuple(
                                "arrived",
                                "1954-05-05T06:00",
                                List.of("received"),
                                "what arrived at the directorate had been passed on; its own clock"),
                        tuple("deciphered", "1954-05-05T06:40", List.of("arrived"), "the clock of the cipher service"),
                        tuple(
                                "typed-by-the-clock",
                                "1954-05-05T09:15",
                                List.of("deciphered"),
                                "the clock of the typists"));
        assertThat(telegram.acts())
                .extracting(FoundAct::act, FoundAct::time, FoundAct::by)
                .contains(
                        tuple(Act.DISPATCH, "02:10", List.of()),
                        tuple(Act.DECIPHER, "06:40", List.of("Orlov")),
                        tuple(Act.TYPE, "09:15", List.of("Lvova")));
    }

    @Test
    void a_telegram_keeps_both_numbers_and_a_list_that_does_not_add_up() {
        ReadDocument telegram = read("telegram-700111sh");

        assertThat(number(mark(telegram, "telegram"))).contains("700111/sh");
        assertThat(number(mark(telegram, "originator-number"))).contains("211/sh");
        assertThat(Objects.requireNonNull(mark(telegram, "distribution").copies())
                        .contradictions())
                .containsExactly("9 copies are stated, the distribution list sums to 5, 4 fewer");
    }

    @Test
    void what_a_telegram_tells_of_others_is_passed_over_or_unread_and_no_act() {
        ReadDocument telegram = read("telegram-700111sh");

        assertThat(telegram.unread())
                .extracting(Unread::sentence)
                .containsExactly("The Prince has returned from Zenda.");
        assertThat(telegram.acts()).extracting(FoundAct::act).doesNotContain(Act.APPROVE, Act.RETURN);
    }

    // ---- an ambassador's journal

    @Test
    void a_journal_gives_both_its_registrations() {
        ReadDocument journal = read("journal-61");

        assertThat(journal.kind()).isEqualTo("journal");
        assertThat(journal.dossier().procedure()).isNull();
        assertThat(journal.dossier().marks())
                .map(TranscriptionTest::told)
                .containsExactly(
                        act("journal", "TOP SECRET", Act.CLASSIFY, null, null),
                        on("journal", MarkKind.COPY_NUMBER, "Copy No 2"),
                        act(
                                "journal",
                                "[[MFA General Secretariat]] SECRET Incoming No 812-gs 21 May 1954",
                                Act.REGISTER,
                                "1954-05-21",
                                "812-gs"),
                        act(
                                "journal",
                                "USSR MFA European Department Secret Incoming 0310s 22 May 1954",
                                Act.REGISTER,
                                "1954-05-22",
                                "0310s"),
                        on(
                                "journal",
                                MarkKind.HEADING,
                                "Journal of the Soviet ambassador in Ruritania for 1 to 12 May 1954"),
                        act("journal", "Outgoing No 61 14 May 1954", Act.REGISTER, "1954-05-14", "61"),
                        act("journal", "A courier delivered the invitation", Act.DELIVER, null, null),
                        on("journal", MarkKind.SIGNATURE, "B. Rybakov"),
                        act("journal", "Distribution: 1. Petrov 2. Sidorov 3. Orlov 4. file", Act.COPY, null, null),
                        act("journal", "Drafted by Rybakov", Act.DRAFT, null, null, "Rybakov"),
                        act("journal", "Typed by M/B", Act.TYPE, null, null, "M/B"));
        assertThat(journal.acts())
                .filteredOn(act -> act.act() == Act.REGISTER)
                .extracting(FoundAct::date)
                .containsExactly("1954-05-14", "1954-05-21", "1954-05-22");
        assertThat(journal.unread()).isEmpty();
    }

    // ---- writing of every kind

    @Test
    void windows_line_ends_change_only_the_places() throws IOException {
        String text = paper("note-31M").replace("\n", "\r\n");

        ReadDocument note = read(text, StandardCharsets.UTF_8);

        assertThat(note.dossier().marks()).map(TranscriptionTest::told).isEqualTo(tolds("note-31M"));
        assertThat(note.dossier().marks())
                .allSatisfy(mark -> assertThat(at(text, mark)).isEqualTo(mark.reading()));
    }

    @Test
    void decomposed_letters_are_read_and_kept() throws IOException {
        String text = Normalizer.normalize(paper("zapiska-31M"), Normalizer.Form.NFD);

        ReadDocument note = read(text, StandardCharsets.UTF_8);

        assertThat(note.dossier().marks())
                .map(mark -> Normalizer.normalize(mark.reading(), Normalizer.Form.NFC))
                .isEqualTo(read("zapiska-31M").dossier().marks().stream()
                        .map(Mark::reading)
                        .toList());
        assertThat(note.dossier().marks())
                .allSatisfy(mark -> assertThat(at(text, mark)).isEqualTo(mark.reading()));
    }

    @Test
    void marks_of_direction_and_a_byte_order_mark_stand_in_no_way() throws IOException {
        String text = "\ufeff"
                + paper("extract-P61-4")
                        .replace("P61/4", "\u200fP61/4\u200f")
                        .replace("Strelsau", "\u05e9\u05d8\u05e8\u05dc\u05d6\u05d0\u05d5");

        ReadDocument extract = read(text, StandardCharsets.UTF_8);

        assertThat(number(mark(extract, "protocol-item"))).contains("P61/4");
        assertThat(mark(extract, "approval").reading())
                .isEqualTo(
                        "The attached draft telegram to the ambassador in \u05e9\u05d8\u05e8\u05dc\u05d6\u05d0\u05d5 is approved.");
        assertThat(mark(extract, "classification").place()).extracting("from").isEqualTo(1);
    }

    @Test
    void an_empty_text_is_refused_and_one_without_marks_gives_a_document_that_says_so() {
        assertThatThrownBy(() -> read(" \r\n", StandardCharsets.UTF_8))
                .isInstanceOf(InvalidInput.class)
                .hasMessageEndingWith("paper.txt: the file holds blanks only; give it its text.");
        ReadDocument tale = read("Once upon a time there was a king.\n", StandardCharsets.UTF_8);

        assertThat(tale.negative()).containsExactly("no mark was found");
        assertThat(tale.dossier().marks()).isEmpty();
        assertThat(tale.dossier().procedure()).isNull();
        assertThat(tale.sentences()).isZero();
    }

    @Test
    void a_paper_that_fits_no_procedure_better_than_another_names_none() {
        ReadDocument paper = read("Authenticated: Petrov\nTyped by Sidorova\n", StandardCharsets.UTF_8);

        assertThat(paper.acts()).extracting(FoundAct::act).containsExactly(Act.AUTHENTICATE, Act.TYPE);
        assertThat(paper.dossier().procedure()).isNull();
    }

    @Test
    void what_is_no_text_is_refused() {
        assertThatThrownBy(() -> read("Copy\n\u0001", StandardCharsets.UTF_8))
                .isInstanceOf(InvalidInput.class)
                .hasMessageEndingWith("paper.txt:2: the file has the character U+0001, so it is no text; save the"
                        + " transcription as plain text in UTF-8.");
    }

    @Test
    void a_file_that_is_missing_or_too_large_is_refused() {
        assertThatThrownBy(() -> PlainText.read(folder.resolve("none.txt")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageEndingWith("none.txt: there is no such file; check the name.");
        assertThatThrownBy(() -> read("a".repeat(PlainText.MAX_BYTES + 1), StandardCharsets.UTF_8))
                .isInstanceOf(InvalidInput.class)
                .hasMessageEndingWith(
                        "paper.txt: the file is larger than 5000000 bytes; a transcription holds one paper"
                                + " with its enclosures: split it.");
    }

    @Test
    void a_line_that_goes_on_with_a_broken_sentence_is_no_mark() {
        ReadDocument tale = read(
                "The herring fishery of the last winter in the bay was a\nsecret\nto nobody at all in the town.\n\nSecret\n",
                StandardCharsets.UTF_8);

        assertThat(tale.dossier().marks())
                .extracting(mark -> Objects.requireNonNull(mark.place()).from())
                .containsExactly(94);
    }

    @Test
    void words_that_pass_keep_an_act_within_them_from_being_read() {
        ReadDocument wish = read(
                "We consider it necessary to have the draft agreed with Cde. Petrov.\nCopy\n", StandardCharsets.UTF_8);

        assertThat(wish.acts()).isEmpty();
        assertThat(wish.unread()).isEmpty();
    }

    // ---- brackets

    @Test
    void handwriting_whose_bracket_never_closes_ends_at_its_line() {
        ReadDocument paper = read("[handwriting: seen by me\nand by others\n\nTop Secret\n", StandardCharsets.UTF_8);

        assertThat(paper.dossier().marks()).extracting(Mark::reading).containsExactly("seen by me", "Top Secret");
    }

    @Test
    void a_stamp_whose_bracket_never_closes_ends_before_ordinary_text() {
        ReadDocument paper = read(
                "[Stamp: Chancery\n\nNo 5\n\nThe herring fishery of the last winter was so poor that nobody would speak"
                        + " of it.\n",
                StandardCharsets.UTF_8);

        assertThat(paper.dossier().marks()).extracting(Mark::reading).contains("Chancery No 5");
    }

    private ReadDocument read(String name) {
        return new Transcription(MARKS).read(PlainText.read(PAPERS.resolve(name + ".txt")));
    }

    private ReadDocument read(String text, Charset charset) {
        Path file = folder.resolve("paper.txt");
        try {
            Files.write(file, text.getBytes(charset));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Transcription(MARKS).read(PlainText.read(file));
    }

    private static String paper(String name) throws IOException {
        return Files.readString(PAPERS.resolve(name + ".txt"));
    }

    private List<Tuple> tolds(String name) {
        return read(name).dossier().marks().stream()
                .map(TranscriptionTest::told)
                .toList();
    }

    private static String at(String text, Mark mark) {
        return text.substring(
                        Objects.requireNonNull(mark.place()).from(),
                        mark.place().to())
                .replaceAll("\\s+", " ");
    }

    private static Mark mark(ReadDocument document, String id) {
        return document.dossier().marks().stream()
                .filter(mark -> mark.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> number(Mark mark) {
        return mark.preferred().attests().map(Attestation::number).map(number -> number.text());
    }

    private static @Nullable ArchivalReference reference(Dossier dossier) {
        return Objects.requireNonNull(dossier.documents().get(0).witness()).reference();
    }

    /** Document, kind unless it attests an act, reading, act, date, number, agents. */
    private static Tuple told(Mark mark) {
        Optional<Attestation> attested = mark.preferred().attests();
        return tuple(
                mark.on().value(),
                attested.isPresent() ? null : mark.kind(),
                mark.reading(),
                attested.map(Attestation::act).orElse(null),
                mark.date() == null || attested.isEmpty() ? null : mark.date().edtf(),
                number(mark).orElse(null),
                attested.stream()
                        .flatMap(act -> act.agents().stream())
                        .map(Agent::name)
                        .toList());
    }

    private static Tuple on(String document, MarkKind kind, String reading) {
        return tuple(document, kind, reading, null, null, null, List.of());
    }

    private static Tuple act(
            String document,
            String reading,
            Act act,
            @Nullable String date,
            @Nullable String number,
            String... agents) {
        return tuple(document, null, reading, act, date, number, List.of(agents));
    }
}
