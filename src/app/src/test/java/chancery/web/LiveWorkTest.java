package chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.cli.engine.RunningServer;
import chancery.engine.MovedClock;
import chancery.path.EvidenceStatus;
import chancery.procedure.Holdings;
import chancery.procedure.explanation.ExplainMarks;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live cases walked as Tasklist does it, by a clerk of each office, on a clock that the test moves. */
class LiveWorkTest {
    private static final String[] OFFICES = {
        "department",
        "deputy-minister-secretariat",
        "minister-secretariat",
        "cc-general-department",
        "cc-presidium",
        "cipher-service",
        "embassy"
    };

    @TempDir
    static Path data;

    private static RunningServer server;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        server = RunningServer.on(
                data,
                MovedClock.Pages.class,
                Map.of(
                        "camunda.bpm.job-execution.wait-time-in-millis",
                        100,
                        "camunda.bpm.job-execution.max-wait",
                        300));
        admin = new Visitor(
                server.address(), server.login().user(), server.login().password());
        for (String office : OFFICES) {
            admin.enterClerk(office);
        }
    }

    @AfterAll
    static void stop() {
        MovedClock.back();
        server.close();
    }

    @Test
    void a_case_is_walked_from_assignment_to_report_and_reads_like_any_other() throws IOException {
        long jobsOfThePast = suspendedJobs();
        Walk walk = Walk.begin("2026-peking-1", "Start_Assignment");

        // the control card, and its deadline
        refused(
                400,
                walk.complete("Task_OpenControlCard", Map.of("agent", "CC")),
                "\"deadline\" (Control card: due on) is missing");
        LocalDate due = LocalDate.ofInstant(MovedClock.now(), ZoneOffset.UTC).plusDays(10);
        walk.done("Task_OpenControlCard", Map.of("agent", "CC", "deadline", due.toString()));
        assertThat(walk.overdue()).isEmpty();
        MovedClock.forward(Duration.ofDays(11));
        walk.waitFor("Task_RemindDepartment");
        assertThat(walk.overdue()).containsExactly("Task_Draft");
        walk.done("Task_RemindDepartment", Map.of());

        // a visa refused, and one by the wrong office
        walk.draft("minister");
        assertThat(walk.overdue()).isEmpty();
        refused(403, walk.complete("embassy", "Task_VisaHead", Map.of("headVisa", "granted", "agent", "X")), "");
        refused(400, walk.complete("Task_VisaHead", Map.of("agent", "Fedorenko")), "\"headVisa\" is missing");
        refused(
                400,
                walk.complete("Task_VisaHead", Map.of("headVisa", "refused", "agent", "Fedorenko")),
                "a refusal says why");
        walk.done("Task_VisaHead", Map.of("headVisa", "refused", "agent", "Fedorenko", "remarks", "too long"));
        walk.done("Task_ReturnRefused", Map.of());
        walk.draft("minister");
        walk.visasAndSignatures();
        assertThat(walk.numberOf("Task_NumberNote")).isEqualTo("1/M");

        // a copy for another secretariat, beside the main line
        refused(404, walk.handIn("embassy", "report-received", Map.of("agent", "Yudin")), "There is no live case");
        refused(409, walk.handIn("department", "report-received", Map.of("agent", "Yudin")), "does not wait for");
        walk.handedIn("minister-secretariat", "copy-asked", Map.of());
        refused(
                400,
                walk.complete("Task_MakeCopy", Map.of("recipients", "Kuznetsov; Zorin", "copiesStated", "1")),
                "2 recipients are named for 1 copies");
        walk.done("Task_MakeCopy", Map.of("recipients", "Kuznetsov"));
        walk.done("Task_CertifyCopy", Map.of("agent", "Ivanova"));
        walk.done("Task_RegisterCopy", Map.of());
        walk.done("Task_SubmitNote", Map.of());
        walk.done("Task_RegisterNote", Map.of("correspondent", "Foreign Ministry"));

        // by circulation, with a remark: amended
        walk.done("Task_PutQuestion", Map.of("howDecided", "poll", "members", "Bulganin; Kaganovich; Mikoyan"));
        assertThat(walk.open("Task_Vote")).hasSize(3);
        walk.done("Task_Vote", Map.of("vote", "remarks", "agent", "Bulganin"));
        walk.done("Task_Vote", Map.of("vote", "for", "agent", "Kaganovich"));
        walk.done("Task_Vote", Map.of("vote", "leave", "agent", "Mikoyan"));
        walk.done("Task_AmendDraft", Map.of("amendment", "name the term"));
        walk.draft("minister");
        walk.visasAndSignatures();
        assertThat(walk.numberOf("Task_NumberNote")).isEqualTo("2/M");
        walk.done("Task_SubmitNote", Map.of());
        walk.done("Task_RegisterNote", Map.of());

        // at a sitting: Roman numeral
        walk.done("Task_PutQuestion", Map.of("howDecided", "sitting"));
        walk.done("Task_PutOnAgenda", Map.of());
        walk.done("Task_Discuss", Map.of("sittingResult", "adopted"));
        walk.done("Task_AdoptAtSitting", Map.of());
        walk.done("Task_NumberItem", Map.of("executorSeat", "distant"));
        assertThat(walk.numberOf("Task_NumberItem")).matches("P[IVX]+");

        // extracts, asked back after six weeks
        walk.done("Task_SendExtracts", Map.of("recipients", "Molotov; Bulganin"));
        MovedClock.forward(Duration.ofDays(43));
        walk.waitFor("Task_RecallExtracts");
        assertThat(walk.overdue()).containsExactly("Task_ReturnExtracts");
        walk.done("Task_RecallExtracts", Map.of());
        refused(400, walk.complete("Task_ReturnExtracts", Map.of("copyNumbers", "7")), "was never sent");
        walk.done("Task_ReturnExtracts", Map.of());
        assertThat(walk.overdue()).isEmpty();

        // the instruction, a reminder, the report
        for (String step : List.of(
                "Task_PrepareInstruction",
                "Task_EncipherInstruction",
                "Task_NumberTelegram",
                "Task_DispatchInstruction",
                "Task_ReceiveInstruction",
                "Task_Decipher",
                "Task_RegisterAtPost",
                "Task_Deliver",
                "Task_CarryOut")) {
            walk.done(step, Map.of());
        }
        MovedClock.forward(Duration.ofDays(15));
        walk.waitFor("Task_RemindPost");
        assertThat(walk.overdue()).containsExactly("Event_ReportReceived");
        walk.done("Task_RemindPost", Map.of());
        refused(409, walk.handIn("department", "report-received", Map.of("agent", "Yudin")), "that is for Embassy");
        refused(409, walk.handIn("embassy", "report-received", Map.of()), "\"agent\" (Who did it) is missing");
        walk.handedIn("embassy", "report-received", Map.of("agent", "Yudin", "remarks", "Zhou Enlai agrees"));
        walk.done("Task_DistributeReport", Map.of("recipients", "Molotov; Suslov", "copiesStated", "2"));
        walk.done("Task_CloseFile", Map.of());

        assertThat(walk.told().path("ended").isNull()).isFalse();
        assertThat(walk.overdue()).isEmpty();
        assertThat(suspendedJobs()).as("jobs of the past").isEqualTo(jobsOfThePast);
        readsLikeAnyOther(walk);
    }

    private static void readsLikeAnyOther(Walk walk) throws IOException {
        HttpResponse<String> written = admin.get("/chancery/api/cases/" + walk.id() + "/case-file");
        Path file = Files.createDirectories(Path.of("target", "live")).resolve(walk.id() + ".yaml");
        Files.writeString(file, written.body());
        Dossier dossier = CaseFile.read(file);
        Holdings holdings = Holdings.onClassPath();
        chancery.path.Path path = new ExplainMarks(holdings.procedureOf(dossier))
                .explain(dossier, Dossier.PREFERRED)
                .path();
        assertThat(path.unexplained()).isEmpty();
        assertThat(path.waitsAt()).isEmpty();
        // two acts of one office and one kind: either step may carry either record
        assertThat(path.taken()
                        .filter(step -> step.status() != EvidenceStatus.EVIDENCED)
                        .map(step -> step.status() + " " + step.label()))
                .containsExactly("PRESUMED Put on the agenda", "PRESUMED Discuss at the sitting");
        assertThat(path.taken().filter(step -> step.label().startsWith("Draft note")))
                .hasSize(3);
    }

    @Test
    void an_extract_is_burned_with_its_act() {
        Walk walk = Walk.begin("2026-rome-1", "Start_Decision");
        walk.done("Task_PutQuestion", Map.of("howDecided", "poll", "members", "Bulganin; Mikoyan"));
        walk.done("Task_Vote", Map.of("vote", "for", "agent", "Bulganin"));
        walk.done("Task_Vote", Map.of("vote", "for", "agent", "Mikoyan"));
        walk.done("Task_AdoptByPoll", Map.of());
        walk.done("Task_NumberItem", Map.of());
        walk.done("Task_SendExtracts", Map.of("recipients", "Shepilov; Vinogradov"));
        walk.handedIn("cc-general-department", "extracts-burned", Map.of());
        refused(400, walk.complete("Task_BurnExtracts", Map.of()), "\"actOfBurning\"");
        walk.done("Task_BurnExtracts", Map.of("actOfBurning", "act No 12 of 3 May 2026"));
    }

    @Test
    void somebody_may_write_a_disposition_at_any_time() {
        Walk walk = Walk.begin("2026-dispositions", "Start_OwnInitiative");
        walk.handedIn("department", "further-disposition", Map.of());
        walk.done(
                "Task_FurtherDisposition",
                Map.of("disposition", "prepare an answer", "executor", "Ivanov", "due", "2026-12-01"));
    }

    @Test
    void no_case_is_begun_twice_or_where_the_clerk_has_no_business() {
        Walk.begin("2026-twice", "Start_OwnInitiative");
        refused(
                409,
                Walk.tryToBegin("department", "2026-twice", "Start_OwnInitiative"),
                "There is a case 2026-twice already");
        refused(
                409,
                Walk.tryToBegin("department", "su-1955-83M", "Start_OwnInitiative"),
                "There is a case su-1955-83M already");
        refused(
                409,
                Walk.tryToBegin("embassy", "2026-other", "Start_OwnInitiative"),
                "that is for Foreign Ministry department");
        refused(409, Walk.tryToBegin("department", "2026 with blanks", "Start_OwnInitiative"), "is no case id");
        refused(409, Walk.tryToBegin("department", "2026-other", "Start_Nowhere"), "cannot be entered at");
    }

    @Test
    void of_several_who_are_asked_one_refusal_stands() {
        List.of("de-mail-room", "de-registry", "de-lead-unit", "de-co-signing-units")
                .forEach(admin::enterClerk);
        HttpResponse<String> begun = clerk("de-mail-room")
                .post(
                        "/chancery/api/cases",
                        Map.of(
                                "procedure", "de-ggo",
                                "entry", "Start_LetterArrives",
                                "caseId", "2026-letter",
                                "title", "A letter"));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        Walk walk =
                new Walk("2026-letter", Visitor.json(begun).path("instanceId").asText());
        walk.done("Task_StampReceipt", Map.of("correspondent", "A citizen"));
        walk.done("Task_RegisterLetter", Map.of("shown", "no", "correspondent", "A citizen"));
        walk.done("Task_AssignLeadUnit", Map.of("disposition", "To Z 2 for action", "executor", "Z 2"));
        for (String way : List.of("parallel", "sequential")) {
            walk.done(
                    "Task_Draft",
                    Map.of(
                            "agent", "M.",
                            "cosigning", way,
                            "signature", "lead-unit",
                            "coSigningUnits", "Z 3; Z 5"));
            String step = way.equals("parallel") ? "Task_CoSignSideBySide" : "Task_CoSignInTurn";
            walk.done(step, Map.of("agent", "Z 3", "cosignature", "refused", "remarks", "not so"));
            walk.done(step, Map.of("agent", "Z 5", "cosignature", "granted"));
            walk.done("Task_RefuseCoSignature", Map.of());
        }
        assertThat(walk.open("Task_Draft")).hasSize(1);
    }

    @Test
    void a_clerk_sees_the_tasks_of_the_own_office_only() {
        Walk walk = Walk.begin("2026-whose", "Start_OwnInitiative");
        String query = Visitor.ENGINE + "/task?processInstanceId=" + walk.instance();
        assertThat(clerk("department").json(query)).hasSize(1);
        assertThat(clerk("embassy").json(query)).isEmpty();
    }

    @Test
    void the_desk_shows_a_clerk_the_cases_of_the_own_office_only() {
        Walk walk = Walk.begin("2026-own", "Start_OwnInitiative");

        assertThat(clerk("department").json("/chancery/api/desk").path("cases").findValuesAsText("id"))
                .contains("2026-own");
        JsonNode elsewhere = clerk("cipher-service").json("/chancery/api/desk");
        assertThat(elsewhere.path("cases").findValuesAsText("id")).doesNotContain("2026-own");
        assertThat(elsewhere.path("entrances").findValuesAsText("office")).isEmpty();
        assertThat(clerk("department")
                        .json("/chancery/api/desk")
                        .path("entrances")
                        .findValuesAsText("office"))
                .isNotEmpty()
                .containsOnly("department");
        assertThat(clerk("department")
                        .get("/chancery/api/cases/2026-own/case-file")
                        .statusCode())
                .isEqualTo(200);
        refused(404, clerk("cipher-service").get("/chancery/api/cases/2026-own/case-file"), "There is no live case");
        String instance = "/chancery/api/instances/" + walk.instance();
        assertThat(clerk("department").get(instance).statusCode()).isEqualTo(200);
        refused(404, clerk("cipher-service").get(instance), "There is no instance");
        walk.done("Task_Draft", Map.of("agent", "Stepanov"));
        assertThat(clerk("cipher-service")
                        .json("/chancery/api/front")
                        .path("atWork")
                        .asInt())
                .isLessThan(clerk("department")
                        .json("/chancery/api/front")
                        .path("atWork")
                        .asInt());
    }

    @Test
    void a_claim_that_comes_too_late_is_told_who_has_the_task() {
        Walk walk = Walk.begin("2026-race", "Start_OwnInitiative");
        String task = task(walk, "Task_Draft");
        assertThat(claim("department", task).statusCode()).isEqualTo(204);

        refused(
                409,
                admin.post(task + "/claim", Map.of("userId", "admin")),
                "\"Draft note, resolution, instruction\" of case 2026-race is with clerkdepartment, who has claimed it.");
        assertThat(claim("department", task).statusCode())
                .as("claimed by the same")
                .isEqualTo(204);
    }

    @Test
    void what_somebody_has_claimed_nobody_else_completes() {
        Walk walk = Walk.begin("2026-held", "Start_OwnInitiative");
        String task = task(walk, "Task_Draft");
        claim("department", task);

        for (String act : List.of("/complete", "/submit-form")) {
            refused(409, admin.post(task + act, Map.of()), "is with clerkdepartment, who has claimed it");
        }
        assertThat(walk.open("Task_Draft")).hasSize(1);
        walk.done("Task_Draft", Map.of("agent", "Stepanov"));
    }

    @Test
    void a_task_that_is_done_tells_by_whom_and_one_that_never_was_that_there_is_none() {
        Walk walk = Walk.begin("2026-gone", "Start_OwnInitiative");
        String task = task(walk, "Task_Draft");
        walk.done("Task_Draft", Map.of("agent", "Stepanov"));

        for (String act : List.of("/claim", "/complete", "/submit-form", "/unclaim", "/resolve")) {
            refused(
                    404,
                    clerk("department").post(task + act, Map.of("userId", Visitor.clerkOf("department"))),
                    "of case 2026-gone is done: clerkdepartment has completed it, ");
        }
        for (String asked : List.of("", "/form", "/form-variables", "/rendered-form", "/identity-links")) {
            refused(404, clerk("department").get(task + asked), "is done: clerkdepartment");
        }
        String never = "0f2ab8c4-1d2e-11f0-9c3a-0242ac120002";
        refused(
                404,
                admin.post(Visitor.ENGINE + "/task/" + never + "/complete", Map.of()),
                "There is no task " + never);
        refused(404, admin.post(Visitor.ENGINE + "/execution/" + never + "/signal", Map.of()), "the case has gone on");
        refused(404, admin.post(Visitor.ENGINE + "/job/" + never + "/execute", Map.of()), "This timer is gone");
        refused(
                404,
                admin.post("/chancery/api/cases/2026-nothing/messages/report-received", Map.of()),
                "There is no live case \"2026-nothing\"");
    }

    @Test
    void a_task_that_its_case_went_on_without_is_told_to_be_gone() {
        Walk walk = Walk.begin("2026-ended", "Start_OwnInitiative");
        String task = task(walk, "Task_Draft");
        assertThat(admin.delete(Visitor.ENGINE + "/process-instance/" + walk.instance())
                        .statusCode())
                .isEqualTo(204);

        refused(404, claim("department", task), "of case 2026-ended is gone: its case went on without it");
    }

    @Test
    void of_many_who_complete_a_task_or_begin_a_case_at_once_one_does_and_the_others_are_told() throws Exception {
        Walk walk = Walk.begin("2026-crowd", "Start_OwnInitiative");
        String task = task(walk, "Task_Draft");
        Map<String, Object> form = Map.of("variables", Map.of("agent", Map.of("value", "S", "type", "String")));

        List<HttpResponse<String>> completed = atOnce(() -> clerk("department").post(task + "/complete", form));
        assertThat(completed).filteredOn(answer -> answer.statusCode() == 204).hasSize(1);
        assertThat(completed)
                .filteredOn(answer -> answer.statusCode() != 204)
                .allSatisfy(late -> refused(404, late, "is done: clerkdepartment"));

        List<HttpResponse<String>> begun =
                atOnce(() -> Walk.tryToBegin("department", "2026-crowd-2", "Start_OwnInitiative"));
        assertThat(begun).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(begun)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(late -> refused(409, late, "There is a case 2026-crowd-2 already"));
    }

    private static List<HttpResponse<String>> atOnce(Callable<HttpResponse<String>> call) throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(6);
        try {
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : clerks.invokeAll(Collections.nCopies(6, call))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            clerks.shutdownNow();
        }
    }

    @Test
    void a_message_that_is_not_awaited_and_a_case_begun_twice_are_conflicts_for_programs_too() {
        Walk walk = Walk.begin("2026-message", "Start_OwnInitiative");

        refused(
                409,
                admin.post(
                        Visitor.ENGINE + "/message",
                        Map.of("messageName", "report-received", "processInstanceId", walk.instance())),
                "No case waits for this message now");
        refused(
                409,
                admin.post(
                        Visitor.ENGINE + "/execution/" + walk.instance()
                                + "/messageSubscriptions/report-received/trigger",
                        Map.of()),
                "No case waits for this message now");
        refused(
                409,
                admin.post(
                        Visitor.ENGINE + "/process-definition/key/soviet-cc/start",
                        Map.of("businessKey", "2026-message")),
                "There is a case 2026-message already; choose another id. Nothing was begun.");
    }

    private static String task(Walk walk, String step) {
        return Visitor.ENGINE + "/task/" + walk.open(step).get(0).path("id").asText();
    }

    private static HttpResponse<String> claim(String office, String task) {
        return clerk(office).post(task + "/claim", Map.of("userId", Visitor.clerkOf(office)));
    }

    private static long suspendedJobs() {
        return admin.json(Visitor.ENGINE + "/job/count?suspended=true")
                .path("count")
                .asLong();
    }

    private static Visitor clerk(String office) {
        return new Visitor(server.address(), Visitor.clerkOf(office), Visitor.passwordOf(office));
    }

    private static void refused(int status, HttpResponse<String> answer, String because) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        String message = Visitor.json(answer).path("message").asText();
        assertThat(message).contains(because);
    }

    /** A live case and what is done in it. */
    private record Walk(String id, String instance) {
        static HttpResponse<String> tryToBegin(String office, String id, String entry) {
            return clerk(office)
                    .post(
                            "/chancery/api/cases",
                            Map.of("procedure", "soviet-cc", "entry", entry, "caseId", id, "title", "A matter"));
        }

        static Walk begin(String id, String entry) {
            HttpResponse<String> begun =
                    tryToBegin(entry.equals("Start_Decision") ? "cc-general-department" : "department", id, entry);
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
            return new Walk(id, Visitor.json(begun).path("instanceId").asText());
        }

        List<JsonNode> open(String step) {
            List<JsonNode> open = new ArrayList<>();
            admin.json(Visitor.ENGINE + "/task?processInstanceId=" + instance + "&taskDefinitionKey=" + step)
                    .forEach(open::add);
            return open;
        }

        /** By a clerk of the office whose task it is. */
        HttpResponse<String> complete(String step, Map<String, String> form) {
            JsonNode task = open(step).get(0);
            String office = admin.json(
                            Visitor.ENGINE + "/task/" + task.path("id").asText() + "/identity-links")
                    .get(0)
                    .path("groupId")
                    .asText();
            return complete(office, step, form);
        }

        HttpResponse<String> complete(String office, String step, Map<String, String> form) {
            Map<String, Object> variables = new LinkedHashMap<>();
            form.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
            return clerk(office)
                    .post(
                            Visitor.ENGINE + "/task/"
                                    + open(step).get(0).path("id").asText() + "/complete",
                            Map.of("variables", variables));
        }

        void done(String step, Map<String, String> form) {
            HttpResponse<String> answer = complete(step, form);
            assertThat(answer.statusCode()).as(step + ": " + answer.body()).isEqualTo(204);
        }

        void draft(String whoWrites) {
            done("Task_Draft", Map.of("agent", "Stepanov"));
            done("Task_Type", Map.of("copiesTyped", "3"));
            done("Task_Enclose", Map.of("whoWrites", whoWrites));
        }

        void visasAndSignatures() {
            done("Task_VisaHead", Map.of("headVisa", "granted", "agent", "Fedorenko"));
            done(
                    "Task_VisaDeputy",
                    Map.of("deputyVisa", "granted", "agent", "Kuznetsov", "signatories", "V. Molotov; M. Suslov"));
            assertThat(open("Task_SignNote")).hasSize(2);
            done("Task_SignNote", Map.of("agent", "V. Molotov"));
            done("Task_SignNote", Map.of("agent", "A. Gromyko", "onBehalfOf", "M. Suslov"));
            done("Task_NumberNote", Map.of("correspondent", "CC", "subject", "Proposals"));
        }

        HttpResponse<String> handIn(String office, String message, Map<String, String> particulars) {
            return clerk(office).post("/chancery/api/cases/" + id + "/messages/" + message, particulars);
        }

        void handedIn(String office, String message, Map<String, String> particulars) {
            HttpResponse<String> answer = handIn(office, message, particulars);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }

        /** What is overdue of this case. */
        List<String> overdue() {
            List<String> steps = new ArrayList<>();
            admin.json("/chancery/api/desk").path("deadlines").forEach(deadline -> {
                if (deadline.path("caseId").asText().equals(id)
                        && deadline.path("overdue").asBoolean()) {
                    steps.add(deadline.path("step").asText());
                }
            });
            return steps;
        }

        JsonNode told() {
            for (JsonNode known : admin.json("/chancery/api/desk").path("cases")) {
                if (known.path("id").asText().equals(id)) {
                    return known;
                }
            }
            throw new AssertionError("The desk does not know " + id);
        }

        /** The number drawn last at a step. */
        String numberOf(String step) {
            String number = "";
            for (JsonNode line :
                    admin.json("/chancery/api/instances/" + instance).path("ledger")) {
                if (line.path("act").path("step").asText().equals(step)) {
                    number = line.path("act").path("registryNumber").asText();
                }
            }
            return number;
        }

        /** Timers are fired by the engine's own executor, which looks for work three times a second here. */
        void waitFor(String step) {
            await(() -> open(step), found -> !found.isEmpty());
        }

        private static <T> void await(Supplier<T> state, Predicate<T> wanted) {
            long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!wanted.test(state.get())) {
                assertThat(System.nanoTime()).as("still waiting").isLessThan(patience);
                Thread.onSpinWait();
            }
        }
    }
}
