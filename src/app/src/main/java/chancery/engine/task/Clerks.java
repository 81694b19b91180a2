package chancery.engine.task;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import chancery.office.OfficeId;
import chancery.procedure.Procedure;
import chancery.procedure.live.LiveWork.Application;
import chancery.procedure.live.LiveWork.Clerk;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;

/**
 * Who works in which office: each office of a procedure is a group of Camunda, and its clerks are the members. They may
 * use Tasklist, begin what can be begun there, read which cases there are, and see and complete the tasks of their
 * office; no more.
 */
public final class Clerks {
    private static final String TYPE = "OFFICE";
    private static final String LIVE_CASES = "Live cases";

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final ThreadLocal<@Nullable String> acting = new ThreadLocal<>();

    public Clerks(ProcessEngine engine) {
        this.identities = engine.getIdentityService();
        this.authorizations = engine.getAuthorizationService();
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
    }

    /** Makes a group of each office of a procedure, unless there is one, and a list of their tasks. */
    public void open(Procedure procedure) {
        listLiveCases();
        Set<String> known =
                identities.createGroupQuery().list().stream().map(Group::getId).collect(Collectors.toSet());
        procedure.offices().values().stream()
                .filter(office -> !known.contains(office.id().value()))
                .forEach(office -> {
                    Group group = identities.newGroup(office.id().value());
                    group.setName(office.nameOn(null));
                    group.setType(TYPE);
                    identities.saveGroup(group);
                    allow(office.id());
                });
    }

    /** Gives all clerks a list in Tasklist that shows live cases by id and title; instances of the past stay out of it. */
    private void listLiveCases() {
        if (filters.createFilterQuery().filterName(LIVE_CASES).count() > 0) {
            return;
        }
        Filter list = filters.newTaskFilter(LIVE_CASES);
        list.setQuery(live());
        list.setProperties(Map.of(
                "priority",
                -10,
                "refresh",
                true,
                "variables",
                List.of(
                        Map.of("name", Variables.CASE, "label", "Case"),
                        Map.of("name", Variables.TITLE, "label", "Title"))));
        filters.saveFilter(list);
        Authorization everybody = authorizations.createNewAuthorization(AUTH_TYPE_GLOBAL);
        everybody.setResource(Resources.FILTER);
        everybody.setResourceId(list.getId());
        everybody.setPermissions(new Permission[] {Permissions.READ});
        authorizations.saveAuthorization(everybody);
    }

    private void allow(OfficeId office) {
        grant(office, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(
                office,
                Resources.PROCESS_DEFINITION,
                ANY,
                Permissions.READ,
                Permissions.READ_INSTANCE,
                Permissions.CREATE_INSTANCE);
        grant(office, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    private void grant(OfficeId office, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId(office.value());
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }

    /** Whether a user may act for an office: its own clerks may, and the administrator. */
    public boolean mayActFor(String user, OfficeId office) {
        return officesOf(user).test(office);
    }

    /** Whether a user works in any office, or is the administrator. */
    public boolean isOfOffice(String user) {
        return groups(user).contains(Groups.CAMUNDA_ADMIN)
                || identities
                                .createGroupQuery()
                                .groupMember(user)
                                .groupType(TYPE)
                                .count()
                        > 0;
    }

    /** The offices that a user looks into: the own ones; of the administrator all. */
    public Predicate<OfficeId> officesOf(String user) {
        Set<String> groups = Set.copyOf(groups(user));
        return office -> groups.contains(office.value()) || groups.contains(Groups.CAMUNDA_ADMIN);
    }

    private List<String> groups(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** The offices of a user, what they may use, and what they can do. */
    public Clerk clerk(String user) {
        List<String> groups = groups(user);
        Set<Application> open = EnumSet.noneOf(Application.class);
        for (Application application : Application.values()) {
            if (authorizations.isUserAuthorized(
                    user, groups, Permissions.ACCESS, Resources.APPLICATION, application.word())) {
                open.add(application);
            }
        }
        List<String> offices = identities.createGroupQuery().groupMember(user).groupType(TYPE).list().stream()
                .map(Group::getName)
                .sorted()
                .toList();
        return new Clerk(offices, open, tasksOf(user, groups));
    }

    private long tasksOf(String user, List<String> groups) {
        TaskQuery theirs = live().or().taskAssignee(user);
        if (groups.contains(Groups.CAMUNDA_ADMIN)) {
            theirs.taskUnassigned();
        } else if (!groups.isEmpty()) {
            theirs.taskCandidateGroupIn(groups);
        }
        return theirs.endOr().count();
    }

    private TaskQuery live() {
        return tasks.createTaskQuery().processVariableValueEquals(Variables.LIVE, true);
    }

    /** Does something on behalf of a user whose right to it has been checked. */
    public void actingAs(String user, Runnable work) {
        acting.set(user);
        try {
            work.run();
        } finally {
            acting.remove();
        }
    }

    /** Who acts now; {@code system} if it is nobody. */
    public String current() {
        String user = acting.get();
        Authentication authentication = identities.getCurrentAuthentication();
        return Optional.ofNullable(user)
                .or(() -> Optional.ofNullable(authentication).map(Authentication::getUserId))
                .orElse("system");
    }
}
