/**
 * The command line: {@link chancery.cli.Main} knows all commands and alone turns failures into exit codes. The commands on
 * papers, procedures, the engine and the books have a room each; they share options and batches ({@code shared}) and words
 * ({@code text}). Results go to standard output, talk to standard error. May use every package.
 */
package chancery.cli;
