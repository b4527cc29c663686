"""What editors are told while they write, and nobody else."""
