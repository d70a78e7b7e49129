"""Cases beside one another: which are alike, what each still lacks, and tables that compare several."""
