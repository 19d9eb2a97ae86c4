"""The layered library of rubric files: the user's folder over the built-in one, same file name wins."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePath, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from interviewkit.builtin import builtin_folder
from interviewkit.errors import InputError, ProblemLog
from interviewkit.loading import Loaded, validate
from interviewkit.models.base import ENGLISH
from interviewkit.models.role import Role
from interviewkit.problems import Code, Problem, did_you_mean
from interviewkit.translation import translated
from interviewkit.yaml_source import YamlSource, read_yaml

ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(frozen=True)
class Library:
    """Folders of rubric files, the first one wins.

    The user's are written in `language`, the built-in one in English; texts are wanted in `target`, or as
    they are where it is None. The translation of `scale.yaml` into German is `scale.de.yaml`.
    """

    folders: tuple[Path, ...]
    language: str = ENGLISH
    target: str | None = None

    def in_language(self, target: str) -> "Library":
        """The same files with their texts in another language, as far as they are translated."""
        return replace(self, target=target)

    def ids(self, folder: str) -> tuple[str, ...]:
        """The ids (file names without `.yaml`) in a folder such as `roles`, over all layers."""
        files = (path for layer in self.folders for path in (layer / folder).glob("*.yaml"))
        return tuple(sorted({path.stem for path in files if not PurePath(path.stem).suffix}))

    def find(self, file: str) -> Path:
        """The path of a file such as `scale.yaml`: the first layer that has it, else the last layer's."""
        return next(
            (layer / file for layer in self.folders if (layer / file).exists()), self.folders[-1] / file
        )

    def file_of(self, name: str) -> str:
        """A file of the library as it is named in it: `competencies/critical-thinking.yaml`."""
        path = Path(name)
        layer = next(layer for layer in self.folders if path.is_relative_to(layer))
        return path.relative_to(layer).as_posix()

    def language_of(self, name: str) -> str:
        """The language that a file of the library is written in."""
        if self.target and Path(name).name.endswith(f".{self.target}.yaml"):
            return self.target
        return ENGLISH if Path(name).is_relative_to(builtin_folder("rubrics")) else self.language

    def translated_name(self, file: str) -> str:
        """What the translation of a file such as `scale.yaml` is called."""
        return str(PurePosixPath(file).with_suffix(f".{self.target}.yaml"))

    def translation_of(self, file: str) -> Path | None:
        """The translation of a file, if it needs one and there is one.

        *Why* no folder after the file's own is searched: what stands there translates another text.
        """
        original = self.find(file)
        if self.target in {None, self.language_of(str(original))}:
            return None
        paths = [(layer / file, layer / self.translated_name(file)) for layer in self.folders]
        own = next((n for n, (path, _) in enumerate(paths) if path == original), len(paths))
        return next((path for _, path in paths[: own + 1] if path.exists()), None)

    def load(self, model: type[ModelT], file: str) -> Loaded[ModelT]:
        """Load a file such as `scale.yaml` with its translation; raises InputError."""
        return validate(model, self._with_translation(model, file, read_yaml(self.find(file))))

    def role(self, name: str) -> Loaded[Role]:
        """Load a role with what it extends; raises InputError."""
        return validate(Role, self._role_source(name, ()))

    def _with_translation(self, model: type[BaseModel], file: str, source: YamlSource) -> YamlSource:
        """The source with its translation; where that has mistakes, those of the source are shown as well."""
        path = self.translation_of(file)
        if path is None:
            return source
        log = ProblemLog()
        log.attempt(lambda: validate(model, source))
        whole = log.attempt(lambda: translated(model, source, read_yaml(path)))
        log.stop_if_any()
        if whole is None:
            raise AssertionError("a file that is not loaded has a problem")
        return whole

    def _role_source(self, name: str, seen: tuple[str, ...]) -> YamlSource:
        file = f"roles/{name}.yaml"
        source = read_yaml(self.find(file))
        data = source.data
        parent = data.get("extends") if isinstance(data, dict) else None
        if parent is None:
            return self._with_translation(Role, file, source)
        path = (*seen, name)
        known = [other for other in self.ids("roles") if other not in path]
        if parent not in known:
            message, hint = f"there is no role `{parent}` to extend", did_you_mean(str(parent), known)
            if parent in path:
                message = f"roles extend each other in a circle: {' -> '.join((*path, str(parent)))}"
                hint = "delete `extends` in one of them"
            raise InputError([Problem(source.locate(("extends",)), Code.UNKNOWN_ID, message, hint)])
        whole = self._role_source(str(parent), path).extended_by(source).without("extends")
        return self._with_translation(Role, file, whole)


def open_library(user_folders: Iterable[Path] = ()) -> Library:
    """The library with the user's folders over the built-in one."""
    return Library((*user_folders, builtin_folder("rubrics")))
