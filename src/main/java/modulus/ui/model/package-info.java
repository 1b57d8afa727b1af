/** The Privacy & model screen: which guarantee, how strong, and what that means for this table. */
package modulus.ui.model;
