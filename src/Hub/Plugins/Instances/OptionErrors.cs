using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Plugins.Loading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Plugins.Instances;

/// <summary>Runs the validations that a plugin registered and turns what is thrown into sentences that begin with the configuration path.</summary>
static partial class OptionErrors
{
    /// <summary>Every error of every validation. What is thrown besides (a value that cannot be converted) comes out.</summary>
    public static IReadOnlyList<string> Validate(ServiceProvider provider, string path)
    {
        try
        {
            provider.GetService<IStartupValidator>()?.Validate();
            return [];
        }
        catch (Exception e) when (e is OptionsValidationException || (e is AggregateException many && many.InnerExceptions.All(inner => inner is OptionsValidationException)))
        {
            return Of(e, path, "the options are not valid");
        }
    }

    /// <summary>What an exception says: the failures of a validation, an option that cannot be converted, a service that is missing, or else only its type.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="path">Where the options stand.</param>
    /// <param name="otherwise">What failed, when the exception is none of these.</param>
    public static IReadOnlyList<string> Of(Exception exception, string path, string otherwise) => exception switch
    {
        OptionsValidationException invalid => [.. invalid.Failures.Select(failure => Sentence(failure, path))],
        AggregateException many => [.. many.InnerExceptions.SelectMany(inner => Of(inner, path, otherwise)).Distinct(StringComparer.Ordinal)],
        InvalidOperationException e when Conversion().Match(e.Message) is { Success: true } match => [NotConverted(match, path)],
        InvalidOperationException e when Unresolved().Match(e.Message) is { Success: true } match =>
            [$"{path}: {otherwise}: {match.Groups["by"].Value} needs {match.Groups["wanted"].Value}, which is not registered. Ask its maker to mend it."],
        _ => [$"{path}: {otherwise}: {Thrown.Describe(exception)}. Check these options; when they are right, ask its maker to mend it."],
    };

    /// <summary>The full configuration path of the value that could not be converted; null when something else was thrown.</summary>
    public static string? UnreadableIn(Exception exception) =>
        exception is InvalidOperationException && Conversion().Match(exception.Message) is { Success: true } match ? match.Groups["at"].Value : null;

    // ValidateDataAnnotations wraps each message in a sentence of its own about type names that mean nothing to an operator.
    private static string Sentence(string failure, string path)
    {
        var match = Annotation().Match(failure);
        if (!match.Success)
            return $"{path}: {failure}";
        var members = match.Groups["members"].Value.Split(',').Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Trim()));
        return $"{path}.{string.Join(", ", members)}: {match.Groups["error"].Value}";
    }

    // The message of the binder repeats the value, which may be a secret put in the wrong place: only its place and type are told.
    private static string NotConverted(Match match, string path)
    {
        var type = match.Groups["type"].Value;
        var option = JsonNamingPolicy.CamelCase.ConvertName(match.Groups["at"].Value.Split(':')[^1]);
        return $"{path}.{option}: cannot be read as {type[(type.LastIndexOfAny(['.', '+']) + 1)..]}. Correct the value.";
    }

    [GeneratedRegex(@"^DataAnnotation validation failed for '[^']*' members: '(?<members>[^']+)' with the error: '(?<error>.*)'\.$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Annotation();

    [GeneratedRegex("at '(?<at>[^']*)' to type '(?<type>[^']*)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Conversion();

    [GeneratedRegex("Unable to resolve service for type '(?<wanted>[^']*)' while attempting to activate '(?<by>[^']*)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Unresolved();
}
