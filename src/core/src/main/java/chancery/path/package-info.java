/**
 * What happened to a dossier: steps in partial order, each with the evidence for it. The language in which paths are
 * told, run, compared and exchanged. Uses {@code office} and {@code document}.
 */
package chancery.path;
