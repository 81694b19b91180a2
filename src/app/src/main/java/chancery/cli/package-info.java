/**
 * The command line, one class a command. Results go to standard output, talk to standard error; {@link
 * chancery.cli.Main} alone turns failures into exit codes. May use every package.
 */
package chancery.cli;
