"""Fields in which the simulator's documents differ from the SDKs' models, and why they may.

A name that ends in `.*` stands for all fields of that model. A row that no document shows
any more fails the tests: delete it then.
"""

DTS = {}

DRS = {
    "JobInfo.error_msg":
        "in the document's examples; the model has it in rows of children only",
    "QueryJobResp.node_num":
        "a text in the document, a number in the model, which turns one into the other",
    "DatabaseObjectInfo.select":
        "in the document's examples, and not in the model",
}

# As above, but nothing is wrong if no document shows it.
DRS_AT_TIMES = {
    "Tag.*":
        "the document's example has a tag's key for a name: {\"key1\": \"value1\"}",
}

DRS_STATUSES = {
    "FROZEN":
        "the console's word for a task of an account in arrears, in no list of words: played so "
        "that a client meets a word that it does not know",
}


def unexplained(differences, *tables):
    """The texts of the differences, by field, for which no table has a reason."""
    rows = {row for table in tables for row in table}
    return [
        text for field, text in differences.items()
        if not {field, field.rpartition(".")[0] + ".*"} & rows]
