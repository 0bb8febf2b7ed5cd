using CityGuard.Faults.Host;
using CityGuard.Silo.Commands;

// The host itself, with what a campaign changes in it. Nothing of this can be asked of the real host.
return await CommandLine.Run(CommandLine.Create(Changes.Apply), args);
