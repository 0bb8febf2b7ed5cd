using CityGuard.Silo.Commands;

return await CommandLine.Run(CommandLine.Create(), args);
