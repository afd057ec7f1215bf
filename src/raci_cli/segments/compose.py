"""Layers -> template: from the one that extends nothing upwards."""

from __future__ import annotations

from pathlib import Path

from raci_cli.errors import UnreadableFileError
from raci_cli.formats import read
from raci_cli.formats.document.layer import LAYER_SUFFIXES, Layer, Mention
from raci_cli.model import Matrix
from raci_cli.segments.changes import apply
from raci_cli.segments.draft import Draft, begun, finished
from raci_cli.segments.find import names_in
from raci_cli.segments.template import Template, of_matrix
from raci_cli.shipped import shipped
from raci_cli.suggest import did_you_mean, quoted


def composed(layer: Layer) -> Template:
    """The template that a file describes, with all that it extends; those stand beside it or come with raci.

    Raises:
        UnreadableFileError: a layer is missing, faulty, extends itself in the end, or does not fit what it extends.
    """
    layers, matrix = _layers(layer)
    draft = begun(of_matrix(matrix)) if matrix else Draft()
    for each in reversed(layers):
        apply(each, draft)
    return finished(draft, layer.name, layer.path, abstract=layer.abstract)


def adjusted(template: Template, layer: Layer) -> Template:
    """A template with one more layer over it.

    Raises:
        UnreadableFileError: the layer does not fit.
    """
    draft = begun(template)
    apply(layer, draft)
    return finished(draft, template.name, template.matrix.source.path, abstract=template.abstract)


def _layers(top: Layer) -> tuple[list[Layer], Matrix | None]:
    """A layer and all that it builds on, the topmost first; at the bottom there may be a matrix like any other."""
    layers = [top]
    while wanted := layers[-1].extends:
        layer = layers[-1]
        path = _below(wanted, layer)
        if any(_same(path, Path(each.path)) for each in layers):
            circle = " -> ".join([*(each.name for each in layers), wanted.name])
            raise UnreadableFileError(
                f"{layer.at(wanted.line)}these templates extend each other in a circle: {circle}. Take one "
                "`extends` out."
            )
        content = _read(path, layer.at(wanted.line))
        if isinstance(content, Matrix):
            return layers, content
        layers.append(content)
    return layers, None


def _below(wanted: Mention, layer: Layer) -> Path:
    """The file that a layer extends; its own name means the one that comes with raci."""
    own = Path(layer.path)
    beside = names_in([own.parent], LAYER_SUFFIXES) if own.parent.is_dir() else {}
    ours = names_in([shipped("templates")], LAYER_SUFFIXES)
    known = ours | {name: path for name, path in beside.items() if not _same(path, own)}
    if wanted.name in known:
        return known[wanted.name]
    raise UnreadableFileError(
        f"{layer.at(wanted.line)}there is no template {quoted(wanted.name)} to extend."
        f"{did_you_mean(wanted.name, known)} It must be a YAML file in {own.parent}, or one that comes with raci: "
        f"{', '.join(ours)}."
    )


def _same(one: Path, other: Path) -> bool:
    return one.absolute() == other.absolute()


def _read(path: Path, at: str) -> Layer | Matrix:
    try:
        content = read(path.read_bytes(), str(path))
    except OSError as error:
        raise UnreadableFileError(f"{at}{path}, which this extends, cannot be read: {error.strerror}.") from error
    if isinstance(content, Layer | Matrix):
        return content
    raise UnreadableFileError(f"{at}{path} cannot be extended: it is no YAML or JSON file of raci's own form.")
