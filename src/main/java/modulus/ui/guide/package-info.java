/** The user guide inside the window: the same text as on the site, opened by every "why?". */
package modulus.ui.guide;
