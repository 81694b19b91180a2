/**
 * Who acts and what there is to do: offices, agents, and the acts and phases common to all chanceries. Uses nothing of
 * the project.
 */
package chancery.office;
