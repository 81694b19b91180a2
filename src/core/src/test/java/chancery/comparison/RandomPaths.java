package chancery.comparison;

import static chancery.comparison.PathBuilder.path;

import chancery.office.Act;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up paths of few acts, offices and statuses, so that they often agree; same seed, same path. */
public final class RandomPaths {
    private static final List<Act> ACTS =
            List.of(Act.DRAFT, Act.TYPE, Act.CLEAR, Act.APPROVE, Act.SIGN, Act.REGISTER, Act.DISPATCH);
    private static final List<EvidenceStatus> STATUSES = List.of(
            EvidenceStatus.EVIDENCED, EvidenceStatus.INFERRED, EvidenceStatus.PRESUMED, EvidenceStatus.POSSIBLE);

    private RandomPaths() {}

    /** A path of so many steps, one after the other. */
    public static Path total(String name, int size, Random random) {
        return of(name, size, random, false);
    }

    /** A path of so many steps, each after some of those before it. */
    static Path partial(String name, int size, Random random) {
        return of(name, size, random, true);
    }

    private static Path of(String name, int size, Random random, boolean open) {
        PathBuilder path = path(name);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Act act = ACTS.get(random.nextInt(ACTS.size()));
            String id = act.word() + "-" + random.nextInt(2);
            int round = 1
                    + (int) ids.stream()
                            .filter(known -> known.equals(id) || known.startsWith(id + "#"))
                            .count();
            String key = round == 1 ? id : id + "#" + round;
            path.does(act, key).at("office-" + random.nextInt(2)).held(STATUSES.get(random.nextInt(STATUSES.size())));
            if (open) {
                path.after(ids.stream().filter(before -> random.nextInt(3) == 0).toArray(String[]::new));
            }
            ids.add(key);
        }
        return path.path();
    }
}
