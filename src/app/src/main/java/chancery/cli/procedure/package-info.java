/** The commands that check, draw and list procedures. */
package chancery.cli.procedure;
