/** The window: its frame, its steps, and what wires the screens to the workbench. */
package modulus.ui;
