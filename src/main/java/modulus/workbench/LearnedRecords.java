package modulus.workbench;

import modulus.encoding.EncodedTable;
import modulus.encoding.PatientRows;

/**
 * What a model without noise learns from.
 *
 * @param records of the table itself, or of a separate one that shares no patient with it
 * @param grouping whose they are
 */
record LearnedRecords(EncodedTable records, PatientRows grouping) {}
