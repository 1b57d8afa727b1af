/** Charts as files: PNG and SVG, marked as internal where they show the real table. */
package modulus.ui.picture;
