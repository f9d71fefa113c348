"""Parts of a case beside its acts: people, courts, tasks, notes, compartments, access, history."""
