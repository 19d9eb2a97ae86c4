"""A drive on the machines of a Dask cluster: the same jobs as on this machine, and the same bytes."""

from interviewkit.project import Layers
from interviewkit.schedulers.cluster import Cluster


def open_scheduler(url: str, layers: Layers, out: str) -> Cluster:
    """The workers of the scheduler at `url`, for a drive with these layers into the folder or URL `out`.

    They are asked nothing before the first job: a drive that has nothing to do needs no cluster.
    Raises ImportError where `interviewkit[cluster]` is not installed.
    """
    import distributed  # noqa: F401 -- is it there?

    return Cluster(url, layers, out)
