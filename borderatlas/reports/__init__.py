"""What was written: report files and streams, read into `borderatlas.models.Report`, and the dates they give."""
