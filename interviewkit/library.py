"""The layered library of rubric files: the user's folder over the built-in one, same file name wins."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from interviewkit.builtin import builtin_folder
from interviewkit.errors import InputError
from interviewkit.loading import Loaded, load, validate
from interviewkit.models.role import Role
from interviewkit.problems import Code, Problem, did_you_mean
from interviewkit.yaml_source import YamlSource, read_yaml

ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(frozen=True)
class Library:
    """Folders of rubric files, the first one wins."""

    folders: tuple[Path, ...]

    def ids(self, folder: str) -> tuple[str, ...]:
        """The ids (file names without `.yaml`) in a folder such as `roles`, over all layers."""
        files = (path for layer in self.folders for path in (layer / folder).glob("*.yaml"))
        return tuple(sorted({path.stem for path in files}))

    def find(self, file: str) -> Path:
        """The path of a file such as `scale.yaml`: the first layer that has it, else the last layer's."""
        return next(
            (layer / file for layer in self.folders if (layer / file).exists()), self.folders[-1] / file
        )

    def load(self, model: type[ModelT], folder: str, name: str) -> Loaded[ModelT]:
        """Load `folder/name.yaml`; raises InputError."""
        return load(model, self.find(f"{folder}/{name}.yaml"))

    def role(self, name: str) -> Loaded[Role]:
        """Load a role with what it extends; raises InputError."""
        return validate(Role, self._role_source(name, ()))

    def _role_source(self, name: str, seen: tuple[str, ...]) -> YamlSource:
        source = read_yaml(self.find(f"roles/{name}.yaml"))
        data = source.data
        parent = data.get("extends") if isinstance(data, dict) else None
        if parent is None:
            return source
        path = (*seen, name)
        known = [other for other in self.ids("roles") if other not in path]
        if parent not in known:
            message, hint = f"there is no role `{parent}` to extend", did_you_mean(str(parent), known)
            if parent in path:
                message = f"roles extend each other in a circle: {' -> '.join((*path, str(parent)))}"
                hint = "delete `extends` in one of them"
            raise InputError([Problem(source.locate(("extends",)), Code.UNKNOWN_ID, message, hint)])
        return self._role_source(str(parent), path).extended_by(source).without("extends")


def open_library(user_folders: Iterable[Path] = ()) -> Library:
    """The library with the user's folders over the built-in one."""
    return Library((*user_folders, builtin_folder("rubrics")))
