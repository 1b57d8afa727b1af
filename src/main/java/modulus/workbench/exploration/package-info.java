/** Many runs on one table: a grid of settings, what each run came to, and the frontier. */
package modulus.workbench.exploration;
