using System.Globalization;
using System.Xml;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import.Osm;

/// <summary>OpenStreetMap XML, version 0.6, read as a stream.</summary>
internal static class OsmXml
{
    private static readonly XmlReaderSettings _settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true };

    public static void Read(Stream stream, OsmVisitor visitor)
    {
        using var reader = XmlReader.Create(stream, _settings);
        if (reader.MoveToContent() != XmlNodeType.Element || reader.Name != "osm")
            throw Fault(reader, $"its root is <{reader.Name}>, not <osm>");
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != 1)
                continue;
            switch (reader.Name)
            {
                case "node" when visitor.WantsNodes:
                    Node(reader, visitor);
                    break;
                case "way" when visitor.WantsWays:
                    Way(reader, visitor);
                    break;
                case "relation" when visitor.WantsWays:
                    Relation(reader, visitor);
                    break;
            }
        }
    }

    private static void Node(XmlReader reader, OsmVisitor visitor)
    {
        var (id, place) = (Id(reader, "id"), new GeoPoint(Degrees(reader, "lon"), Degrees(reader, "lat")));
        if (!place.IsValid)
            throw Fault(reader, "the node lies outside the earth");
        visitor.Node(id, place, Children(reader, null));
    }

    private static void Way(XmlReader reader, OsmVisitor visitor)
    {
        var id = Id(reader, "id");
        var nodes = new List<long>();
        var tags = Children(reader, child =>
        {
            if (child.Name == "nd")
                nodes.Add(Id(child, "ref"));
        });
        visitor.Way(id, nodes, tags);
    }

    private static void Relation(XmlReader reader, OsmVisitor visitor)
    {
        var id = Id(reader, "id");
        var members = new List<OsmMember>();
        var tags = Children(reader, child =>
        {
            if (child.Name == "member" && Enum.TryParse<OsmKind>(child.GetAttribute("type"), ignoreCase: true, out var kind))
                members.Add(new OsmMember(kind, Id(child, "ref"), child.GetAttribute("role") ?? ""));
        });
        visitor.Relation(id, members, tags);
    }

    private static Dictionary<string, string> Children(XmlReader reader, Action<XmlReader>? other)
    {
        var tags = new Dictionary<string, string>();
        if (reader.IsEmptyElement)
            return tags;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.Name == "tag" && reader.GetAttribute("k") is { } key)
                tags[key] = reader.GetAttribute("v") ?? "";
            else
                other?.Invoke(reader);
        }

        return tags;
    }

    private static long Id(XmlReader reader, string attribute)
        => long.TryParse(reader.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw Fault(reader, $"<{reader.Name}> has no whole number as {attribute}");

    private static double Degrees(XmlReader reader, string attribute)
        => double.TryParse(reader.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees)
            ? degrees
            : throw Fault(reader, $"<{reader.Name}> has no number as {attribute}");

    private static XmlException Fault(XmlReader reader, string problem)
        => reader is IXmlLineInfo at ? new XmlException(problem, null, at.LineNumber, at.LinePosition) : new XmlException(problem);
}
