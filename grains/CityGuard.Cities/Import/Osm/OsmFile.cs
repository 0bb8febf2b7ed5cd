using System.Xml;
using Google.Protobuf;

namespace CityGuard.Cities.Import.Osm;

/// <summary>A file of OpenStreetMap: <c>.osm.pbf</c>, <c>.osm</c> or <c>.osm.gz</c>.</summary>
internal static class OsmFile
{
    /// <summary>True for the names of such files.</summary>
    public static bool Is(string path) => Ends(path, ".pbf") || Ends(path, ".osm") || Ends(path, ".osm.gz") || Ends(path, ".osm.bz2");

    /// <summary>Shows a visitor all there is.</summary>
    /// <exception cref="CityInputException">The file is missing, damaged, or not what its name says.</exception>
    public static void Read(string path, OsmVisitor visitor)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var file = InputFile.Open(path);
            if (Ends(path, ".bz2"))
                throw new CityInputException(name, "bzip2 is not read here; unpack it, or take the .osm.pbf of the same region");
            if (Ends(path, ".pbf"))
                OsmPbf.Read(file, name, visitor);
            else
                OsmXml.Read(InputFile.Inflated(file, name), visitor);
        }
        catch (InvalidProtocolBufferException error)
        {
            throw new CityInputException(name, "it is damaged: " + error.Message);
        }
        catch (XmlException error)
        {
            throw new CityInputException(name, error.LineNumber, null, "it is damaged or no OpenStreetMap XML: " + error.Message);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new CityInputException(name, "it cannot be read: " + error.Message);
        }
    }

    private static bool Ends(string path, string end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
