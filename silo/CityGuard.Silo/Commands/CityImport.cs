using System.CommandLine;
using System.Globalization;
using CityGuard.Cities;
using CityGuard.Cities.Import.Files;
using CityGuard.Cities.Package;
using CityGuard.Silo.Hosting;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard city import INPUT</c> and <c>city check INPUT</c>: a city of one's own, from a city.json or from roads and a station alone.</summary>
internal static class CityImport
{
    public static Command Create()
    {
        var inputs = new Inputs();
        var output = new Option<string>("--out") { Description = "Folder to write; must not exist yet." };
        var command = new Command("import", "Make a package of your own city: from a city.json, or from a file of roads and a station.") { output };
        inputs.AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(output) is not { } wanted)
                throw new CommandException(ExitCodes.Input, "--out is missing: the folder to write.");
            var folder = CityCommand.Fresh(wanted);
            return Listing(() =>
            {
                var (file, from) = inputs.Read(parsed);
                CityDraft? draft = null;
                ProgressBar.Show("Importing", progress => CityPackage.Save(draft = FileImport.Run(file, from, progress), folder, progress));
                foreach (var line in draft!.Parts.Report!.Lines())
                    Console.WriteLine(line);
                Console.WriteLine($"made {folder}");
                return ExitCodes.Ok;
            });
        });
        return command;
    }

    public static Command Check()
    {
        var inputs = new Inputs();
        var command = new Command("check", "Say everything that is wrong with a city.json and its files, or with a package, and write nothing.");
        inputs.AddTo(command);
        command.SetAction(parsed => Listing(() =>
        {
            if (CityPackage.Exists(inputs.Path(parsed)))
            {
                using var city = CityPackage.Load(inputs.Path(parsed));
                Console.WriteLine($"{city.Manifest.Name.En}: the package is whole");
                return ExitCodes.Ok;
            }

            var (file, from) = inputs.Read(parsed);
            CityDraft? draft = null;
            ProgressBar.Show("Checking", progress => draft = FileImport.Run(file, from, progress));
            CityPackage.Check(draft!);
            foreach (var line in draft!.Parts.Report!.Lines())
                Console.WriteLine(line);
            Console.WriteLine("no problems");
            return ExitCodes.Ok;
        }));
        return command;
    }

    private static int Listing(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (CityFilesException error)
        {
            foreach (var problem in error.Problems)
                Console.Error.WriteLine($"cityguard: {problem}");
            Console.Error.WriteLine($"cityguard: {error.Problems.Count} {(error.Problems.Count == 1 ? "problem" : "problems")}; nothing was written.");
            return ExitCodes.Input;
        }
    }

    /// <summary>The input and what a file of roads does not say.</summary>
    private sealed class Inputs
    {
        private readonly Argument<string> _input = new("input") { Description = "A city.json, or a file of roads: .osm.pbf, .osm, .osm.gz or .geojson." };
        private readonly Option<string[]> _stations = new("--station") { Description = "A station: lon,lat or lon,lat,name. Several are allowed." };
        private readonly Option<string?> _zone = new("--time-zone") { Description = "IANA time zone, e.g. Europe/Andorra." };
        private readonly Option<string?> _country = new("--country") { Description = "ISO 3166 code, for speed limits that the roads do not give." };
        private readonly Option<string?> _id = new("--id") { Description = "Key of the city; else the name of the file." };
        private readonly Option<double?> _residents = new("--residents") { Description = "Residents of the whole city." };
        private readonly Option<double?> _metres = new("--cell-metres") { Description = "Cell size, 50 to 5,000 m." };
        private readonly Option<string> _shape = CommonOptions.OneOf("--cells", "Shape of the cells.", "hexagons", "squares");

        public void AddTo(Command command)
        {
            command.Arguments.Add(_input);
            foreach (var option in (Option[])[_stations, _zone, _country, _id, _residents, _metres, _shape])
                command.Options.Add(option);
        }

        public string Path(ParseResult parsed) => parsed.GetRequiredValue(_input);

        public (CityFile File, string Folder) Read(ParseResult parsed)
        {
            var path = System.IO.Path.GetFullPath(Path(parsed));
            var folder = System.IO.Path.GetDirectoryName(path)!;
            if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                return (FileImport.ReadCityFile(path), folder);
            var name = System.IO.Path.GetFileName(path);
            return (new CityFile
            {
                Id = parsed.GetValue(_id) ?? name.Split('.')[0].ToLowerInvariant(),
                TimeZone = parsed.GetValue(_zone) ?? throw new CommandException(ExitCodes.Input, "--time-zone is missing: a file of roads does not say it."),
                Country = parsed.GetValue(_country) ?? "",
                Roads = new RoadsFile { File = name },
                StationList = [.. (parsed.GetValue(_stations) ?? []).Select(Station)],
                Residents = parsed.GetValue(_residents),
                Cells = new CellsFile { Metres = parsed.GetValue(_metres), Shape = parsed.GetRequiredValue(_shape) },
            }, folder);
        }

        private static StationEntry Station(string text)
        {
            var parts = text.Split(',', 3, StringSplitOptions.TrimEntries);
            return parts.Length >= 2
                && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var lon) && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var lat)
                && Math.Abs(lon) <= 180 && Math.Abs(lat) <= 90
                ? new StationEntry(lon, lat, parts.ElementAtOrDefault(2))
                : throw new CommandException(ExitCodes.Input, $"--station takes lon,lat or lon,lat,name in degrees, which '{text}' is not.");
        }
    }
}
