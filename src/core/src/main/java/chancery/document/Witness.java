package chancery.document;

import org.jspecify.annotations.Nullable;

/** The surviving copy that is read. */
public record Witness(String description, @Nullable ArchivalReference reference) {}
