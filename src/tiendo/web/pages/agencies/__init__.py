"""Who answers for what: the list of agencies, and the page of one."""
