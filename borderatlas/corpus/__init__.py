"""Many reports: cut into portions, geocoded side by side, written partition by partition; a broken run goes on.

``portions`` cuts the inputs, ``work`` does one portion, ``store`` keeps what is finished, ``engines`` does the portions on
this machine's cores or on a Dask cluster, ``run`` joins them, ``arrow`` is the same work on Arrow batches (Spark) and
frames (pandas, Dask).
"""
