/** Project files as the frame of the window offers them; undo and redo. */
package modulus.ui.project;
