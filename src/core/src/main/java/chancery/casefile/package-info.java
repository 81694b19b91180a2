/**
 * Dossiers and the YAML files that hold them; bad input is refused here with file and line. Uses {@code office},
 * {@code document} and {@code register}.
 */
package chancery.casefile;
