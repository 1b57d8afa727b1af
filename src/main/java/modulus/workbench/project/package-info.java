/**
 * What is kept between two sittings: project files, which table they belong to, recent projects.
 * Never the real table itself.
 */
package modulus.workbench.project;
