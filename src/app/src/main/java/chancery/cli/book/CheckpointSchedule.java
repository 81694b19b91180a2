package chancery.cli.book;

import chancery.audit.WriteCheckpoint;
import chancery.audit.WriteCheckpoint.Answer;
import chancery.audit.WriteCheckpoint.Outcome;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Writes checkpoints at a regular interval, and a last one when it is closed. */
public final class CheckpointSchedule implements AutoCloseable {
    private final WriteCheckpoint checkpoint;
    private final PrintWriter talk;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "checkpoints");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Begins the schedule.
     *
     * @param interval between two checkpoints, a second or more
     */
    public CheckpointSchedule(WriteCheckpoint checkpoint, Duration interval, PrintWriter talk) {
        this.checkpoint = checkpoint;
        this.talk = talk;
        clock.scheduleAtFixedRate(this::write, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whatever goes wrong is told and tried again next time; nothing else depends on it. */
    private void write() {
        try {
            Answer answer = checkpoint.write();
            if (answer.outcome() == Outcome.CONTRADICTED) {
                talk.println(answer.sentence());
            }
        } catch (RuntimeException failed) {
            talk.println("No checkpoint was written: " + failed.getMessage());
        }
    }

    @Override
    public void close() {
        if (clock.isShutdown()) {
            return;
        }
        clock.shutdown();
        try {
            if (clock.awaitTermination(10, TimeUnit.SECONDS)) {
                write();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
