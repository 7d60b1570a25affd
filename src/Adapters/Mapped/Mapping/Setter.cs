using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>
/// Compiles what would be reflection for each row, once for all sources: compiling takes longer than reading a whole <c>source.yaml</c>. A contract's init setters are ordinary methods to an expression.
/// </summary>
internal static class Setter
{
    private static readonly ConcurrentDictionary<Type, Func<Fact>> Constructors = new();
    private static readonly ConcurrentDictionary<(PropertyInfo Property, Type Value), Delegate> Setters = new();

    /// <summary>Makes an empty contract.</summary>
    public static Func<Fact> New(Type contract) => Constructors.GetOrAdd(contract, static type => Expression.Lambda<Func<Fact>>(Expression.New(type)).Compile());

    /// <summary>Sets a property of a contract.</summary>
    /// <typeparam name="T">The property's type, or what is under it when it may be null.</typeparam>
    public static Action<Fact, T> Of<T>(PropertyInfo property) => (Action<Fact, T>)Setters.GetOrAdd((property, typeof(T)), static key => Compile<T>(key.Property));

    private static Action<Fact, T> Compile<T>(PropertyInfo property)
    {
        var fact = Expression.Parameter(typeof(Fact));
        var value = Expression.Parameter(typeof(T));
        var target = Expression.Property(Expression.Convert(fact, property.DeclaringType!), property);
        return Expression.Lambda<Action<Fact, T>>(Expression.Assign(target, Expression.Convert(value, property.PropertyType)), fact, value).Compile();
    }
}
