"""What happened: the vocabulary of incidents, drafts made from placed reports, and the tables that hold them."""
