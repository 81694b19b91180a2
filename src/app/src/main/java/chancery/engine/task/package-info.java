/** What a deployed diagram asks of those who do its tasks: forms, particulars, votes, and who may do them. */
package chancery.engine.task;
